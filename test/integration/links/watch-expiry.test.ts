import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchExpiry } from '../../../main/links/watch-expiry';
import type { StoreClient } from '../../../main/store/store-client';
import { aConnection, aLink } from '../../support/store/temp-store';
import { openTestStore } from '../../support/test-store';

let store: StoreClient;
let close: () => void;

beforeEach(async () => {
  ({ store, close } = openTestStore());
  await store.call('saveConnection', { connection: aConnection() });
});

afterEach(() => {
  close();
});

describe('watching the clock', () => {
  it('tells once that a link has passed its expiry, and nothing while none has', async () => {
    const expiresAt = 2_000;
    const { id: connectionId } = aConnection();
    const link = aLink({ connectionId, status: 'open', providerStatus: 'Open', expiresAt, checkedAt: 1 });
    await store.call('upsertLinks', { links: [link], source: 'import' });
    let now = 1_000;
    const onExpired = vi.fn();
    const onFailure = vi.fn();
    const end = watchExpiry({ store, now: () => now, onExpired, onFailure, everyMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(onExpired).not.toHaveBeenCalled();
    now = 3_000;
    await vi.waitFor(() => {
      expect(onExpired).toHaveBeenCalled();
    });
    await new Promise((resolve) => setTimeout(resolve, 40));
    end();
    expect(onExpired).toHaveBeenCalledTimes(1);
    expect(onFailure).not.toHaveBeenCalled();
    const { handle } = await store.call('openQuery', { filter: {}, sort: [] });
    const { byStatus } = await store.call('queryTotals', { handle });
    expect(byStatus).toMatchObject({ open: 0, expired: 1 });
  });
});
