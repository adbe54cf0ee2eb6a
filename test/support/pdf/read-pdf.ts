import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const asMuchAsIs = { maxBuffer: 200_000_000, encoding: 'utf8' } as const;

export interface PdfFont {
  readonly name: string;
  readonly isEmbedded: boolean;
}

/** The text of each page as poppler reads it, in the order it is drawn. */
export async function pageTexts(file: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], asMuchAsIs);
  return stdout.split('\f').slice(0, -1);
}

/** What poppler knows of a document: `Pages`, `Tagged`, `Title`, `Page size` ... */
export async function pdfFacts(file: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await run('pdfinfo', ['-isodates', file], {
    ...asMuchAsIs,
    env: { ...process.env, TZ: 'UTC' },
  });
  const lines = stdout.split('\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...rest] = line.split(':');
      return [name, rest.join(':').trim()];
    }),
  );
}

export async function pdfFonts(file: string): Promise<readonly PdfFont[]> {
  const { stdout } = await run('pdffonts', [file], asMuchAsIs);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => ({
      // A subset is named ABCDEF+Inter-Regular.
      name: line.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? '',
      isEmbedded: line.slice(69).trim().startsWith('yes'),
    }));
}

/** Takes the first attachment out of a document. */
export async function detach(file: string, target: string): Promise<void> {
  await run('pdfdetach', ['-save', '1', '-o', target, file], asMuchAsIs);
}

/** Text without the marks of direction that poppler puts round what runs the other way, and with single blanks. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n');
}
