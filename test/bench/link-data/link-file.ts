import { existsSync, renameSync } from 'node:fs';
import { openStore } from '../../../main/store/open-store';
import { sampleConnections, sampleLinks } from './sample-link';

export const keyHex = '5a'.repeat(32);
const batch = 20_000;

/**
 * Makes the encrypted file of the sample links through the store, unless it is there; an older one gets the newest schema. A
 * million rows take about five minutes.
 */
export function ensureLinkFile(file: string, rows: number): void {
  if (existsSync(file)) {
    openStore({ file, keyHex, actor: 'bench' }).close();
    return;
  }
  // A file of this name is complete: a run that was stopped leaves another name behind.
  const unfinished = `${file}.unfinished-${process.pid}`;
  const store = openStore({ file: unfinished, keyHex, actor: 'bench' });
  try {
    for (const connection of sampleConnections) store.methods.saveConnection({ connection });
    for (let from = 0; from < rows; from += batch) {
      const links = sampleLinks(from, Math.min(from + batch, rows));
      store.methods.upsertLinks({ links, source: 'import' });
    }
  } finally {
    store.close();
  }
  renameSync(unfinished, file);
}
