import { createZipWriter } from '../../../main/files/zip/zip-writer';

/** Packs files into an archive, in memory. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const zip = createZipWriter((bytes) => {
    // A writer may use its memory again.
    chunks.push(Uint8Array.from(bytes));
    return Promise.resolve();
  });
  for (const [name, content] of Object.entries(files)) {
    await zip.add(name, [typeof content === 'string' ? Buffer.from(content, 'utf8') : content]);
  }
  await zip.finish();
  return Buffer.concat(chunks);
}
