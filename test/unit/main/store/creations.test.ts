import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { listed } from '../../../support/store/sync-pages';
import { tempStore, type TempStore } from '../../../support/store/temp-store';

const draft = { reference: 'INV-1', amount: { amountMinor: 12_500, currency: 'KWD' }, expiresAt: 9 };

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  store.methods.addCreation({ id: 'made', connectionId: 'shop', draft, at: 4 });
});
afterEach(() => {
  store.dispose();
});

const events = () => store.methods.readAudit({ start: 0, end: 9 }).entries.map(({ event }) => event);

describe('a creation', () => {
  it('is kept, with an audit entry, before anything is sent', () => {
    expect(store.methods.listCreations({})).toEqual([
      { id: 'made', connectionId: 'shop', draft, at: 4, state: 'sending' },
    ]);
    expect(events()).toEqual(['creation-sent']);
    expect(() => store.methods.addCreation({ id: 'x', connectionId: 'gone', draft, at: 4 })).toThrow(
      expect.objectContaining({ code: 'connection/not-found' }),
    );
  });

  it('that was made is settled with its link', () => {
    const end = { kind: 'created', link: listed(1) } as const;
    expect(store.methods.settleCreation({ id: 'made', end, at: 5 })).toMatchObject({
      key: 1,
      reference: 'INV-1',
    });
    expect(store.methods.listCreations({})).toEqual([]);
    expect(events()[0]).toBe('creation-created');
    expect(() => store.methods.settleCreation({ id: 'made', end, at: 5 })).toThrow(
      expect.objectContaining({ code: 'link/not-found' }),
    );
  });

  it('of which nobody knows what became of it stays, as does one under way when the process ended', () => {
    store.methods.addCreation({ id: 'other', connectionId: 'shop', draft, at: 5 });
    const end = { kind: 'unknown', errorCode: 'provider/outcome-unknown' } as const;
    expect(store.methods.settleCreation({ id: 'made', end, at: 5 })).toBeNull();
    expect(store.methods.listCreations({}).map(({ state }) => state)).toEqual(['unknown', 'sending']);
    store.methods.forgetSending({});
    expect(store.methods.listCreations({}).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  });

  it.each(['refused', 'not-made'] as const)('that was %s is settled without a link', (kind) => {
    const end = kind === 'refused' ? ({ kind, errorCode: 'provider/refused' } as const) : { kind };
    expect(store.methods.settleCreation({ id: 'made', end, at: 5 })).toBeNull();
    expect(store.methods.listCreations({})).toEqual([]);
    expect(events()[0]).toBe(`creation-${kind}`);
  });
});
