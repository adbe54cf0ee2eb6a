import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { ensureSystemParts } from '../../../build/scripts/lib/system-parts.mjs';

const run = promisify(execFile);

/** LibreOffice with a profile of its own, so that no other one on the machine is in its way. */
export interface LibreOffice {
  /** Converts a file with an output filter of LibreOffice's (`xlsx`, `csv:...`) into a new folder, and answers the folder. */
  convert(file: string, filter: string): Promise<string>;
  /** What each cell of a sheet holds, sheets counted from 1: numbers as they are, dates as the cell shows them. */
  readSheet(file: string, sheet: number): Promise<string[][]>;
  /** Removes all that was converted. */
  dispose(): Promise<void>;
}

/**
 * CSV as the filter writes it: parted by commas, in quotes, UTF-8, from the first line, no column formats, English, text in quotes,
 * no detection, cells as shown (false: values), no formulas, nothing trimmed, this sheet. Source: LibreOffice Help, "Filter
 * Options for CSV".
 */
const csvOf = (sheet: number) =>
  `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,${sheet}`;

/** Makes sure that LibreOffice is there. */
export async function startLibreOffice(): Promise<LibreOffice> {
  if (!(await ensureSystemParts(['libreoffice']))) throw new Error('LibreOffice is missing.');
  const home = await mkdtemp(path.join(tmpdir(), 'desk-office-'));
  const profile = pathToFileURL(path.join(home, 'profile')).href;

  async function convert(file: string, filter: string): Promise<string> {
    const folder = await mkdtemp(path.join(home, 'out-'));
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore'];
    await run('soffice', [...options, '--convert-to', filter, '--outdir', folder, file], {
      timeout: 120_000,
    });
    return folder;
  }

  return {
    convert,
    async readSheet(file, sheet) {
      const folder = await convert(file, csvOf(sheet));
      const [name = ''] = await readdir(folder);
      const text = await readFile(path.join(folder, name), 'utf8');
      return Papa.parse<string[]>(text, { newline: '\n' }).data;
    },
    dispose: () => rm(home, { recursive: true, force: true }),
  };
}
