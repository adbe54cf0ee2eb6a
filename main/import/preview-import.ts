import type { ImportPreview, PreviewRow } from '#contract/import';
import { readFile, type FileToRead } from './read-file';

const PREVIEW_ROWS = 20;

/** What the first rows of a file would be stored as. Fails as an import does. */
export async function previewImport(request: FileToRead): Promise<ImportPreview> {
  const rows: PreviewRow[] = [];
  const take = (row: PreviewRow) => (rows.push(row) === PREVIEW_ROWS ? 'stop' : undefined);
  await readFile(request, {
    onGood: ({ connectionId: _connectionId, ...link }, line) => take({ line, link }),
    onRejected: ({ line, ...rejection }) => take({ line, rejection }),
  });
  return { rows };
}
