import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Every file below a folder that contains one of the secrets, in UTF-8 or UTF-16. */
export function filesWith(folder: string, secrets: readonly string[]): string[] {
  const wanted = secrets.flatMap((secret) => [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((secret) => bytes.includes(secret));
    });
}

/** The secrets that are anywhere in the page's memory: a heap snapshot has every string a renderer holds. */
export async function secretsInMemory(page: Page, secrets: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const heap = chunks.join('');
  // Strings stand in the snapshot as JSON.
  return secrets.filter((secret) => heap.includes(JSON.stringify(secret).slice(1, -1)));
}
