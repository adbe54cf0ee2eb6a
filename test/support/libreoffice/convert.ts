import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { ensureSystemParts } from '../../../build/scripts/lib/system-parts.mjs';

const run = promisify(execFile);

export interface Conversion {
  /** The output filter, with its options: `xlsx`, `csv:Text - txt - csv (StarCalc):44,...`. */
  readonly to: string;
  /** The input filter, where the file's name does not tell. */
  readonly from?: string;
}

/** LibreOffice with a profile of its own, so that no other one on the machine is in its way. */
export interface LibreOffice {
  /** Converts a file and answers the path of what came of it. */
  convert(file: string, conversion: Conversion): Promise<string>;
  /** What the cells of a sheet hold, sheets counted from 1: texts and numbers as they are, dates as they are shown. */
  readSheet(file: string, sheet: number): Promise<string[][]>;
  /** The same of a CSV file, read with quoted cells as text. */
  readCsv(file: string): Promise<string[][]>;
  /** Removes all that was converted. */
  dispose(): Promise<void>;
}

/**
 * Commas, double quotes, UTF-8, from the first line on, no formats of columns, any language, quoted cells are text, no special
 * numbers, values instead of what is shown, no formulas, nothing trimmed, one sheet. Source: LibreOffice Help, "Filter Options for
 * CSV".
 */
const written = (sheet: number) =>
  `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,${sheet}`;
const read = 'CSV:44,34,76,1,,1033,true,false';

/** Starts nothing yet, but makes sure that LibreOffice is there. */
export async function useLibreOffice(): Promise<LibreOffice> {
  if (!(await ensureSystemParts(['libreoffice']))) throw new Error('LibreOffice is missing.');
  const home = await mkdtemp(path.join(tmpdir(), 'desk-office-'));
  const profile = pathToFileURL(path.join(home, 'profile')).href;

  async function convert(file: string, { to, from }: Conversion): Promise<string> {
    const folder = await mkdtemp(path.join(home, 'out-'));
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
    const input = from === undefined ? [] : [`--infilter=${from}`];
    await run('soffice', [...options, ...input, '--convert-to', to, '--outdir', folder, file], {
      timeout: 120_000,
    });
    const [name] = await readdir(folder);
    if (name === undefined) throw new Error(`LibreOffice made nothing of ${path.basename(file)}.`);
    return path.join(folder, name);
  }

  async function rowsOf(file: string, conversion: Conversion): Promise<string[][]> {
    const text = await readFile(await convert(file, conversion), 'utf8');
    return Papa.parse<string[]>(text, { newline: '\n', delimiter: ',' }).data.slice(0, -1);
  }

  return {
    convert,
    readSheet: (file, sheet) => rowsOf(file, { to: written(sheet) }),
    readCsv: (file) => rowsOf(file, { to: written(1), from: read }),
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}
