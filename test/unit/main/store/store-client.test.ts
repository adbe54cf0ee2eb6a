import { describe, expect, it } from 'vitest';

import { createStoreClient } from '../../../../main/store/store-client';
import { memoryProcess } from '../../../support/processes/memory-process';

describe('a query that is cancelled', () => {
  it('is answered all the same when it was opened before the store heard of that, so that it can be closed', async () => {
    const { link, port } = memoryProcess();
    const client = createStoreClient({ start: () => link });
    port.on('message', ({ data }) => {
      // Typed by what the client posts.
      const { kind, id } = data as { readonly kind: string; readonly id: number };
      if (kind === 'cancel') port.postMessage({ kind: 'answer', id, value: { handle: 7 } });
    });
    port.postMessage({ kind: 'ready' });
    const abort = new AbortController();
    const opening = client.call('openQuery', { filter: {}, sort: [] }, { signal: abort.signal });
    abort.abort();
    expect(await opening).toEqual({ handle: 7 });
  });
});
