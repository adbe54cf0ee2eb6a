import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../main/store/open-store';
import type { StoreApi } from '../../main/store/store-api';
import type { StoreClient } from '../../main/store/store-client';

/** The real store on a real encrypted file, called in this process instead of its own. */
export function openTestStore(): { readonly store: StoreClient; readonly close: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-store-'));
  const opened = openStore({
    file: path.join(folder, 'links.db'),
    keyHex: randomBytes(32).toString('hex'),
    actor: 'tester',
  });
  const methods: Partial<Record<keyof StoreApi, (input: never) => unknown>> = opened.methods;
  const call = async (method: keyof StoreApi, input: unknown): Promise<unknown> => {
    await Promise.resolve();
    const run = methods[method];
    if (run === undefined) throw new Error(`The test store does not serve ${method}.`);
    // As over the wire: what goes in and out is a copy.
    return structuredClone(run(structuredClone(input) as never));
  };
  return {
    // The methods are those of StoreApi, so each answers what StoreApi says it does.
    store: { call: call as StoreClient['call'], on: () => () => undefined, stop: () => Promise.resolve() },
    close: () => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
