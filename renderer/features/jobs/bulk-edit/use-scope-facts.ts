import { useEffect, useState } from 'react';
import type { Instant } from '#domain/instant';
import type { CurrencySum } from '#domain/link-filter';
import { actionScope, type ActionScope, type Desk } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';

/** What the form needs to know of the links it is about; undefined parts are not known (yet). */
export interface ScopeFacts {
  readonly currencies: readonly CurrencySum[] | undefined;
  /** The present expiry of one of the links, for an example. */
  readonly expiresAt: Instant | undefined;
}

const nothingKnown: ScopeFacts = { currencies: undefined, expiresAt: undefined };
/** Looking further for an example is not worth the wait. */
const mostTries = 5;

/** Reads what is known of the selected links when the form appears; the selection cannot change behind the dialog. */
export function useScopeFacts(isNeeded: boolean): ScopeFacts {
  const desk = useDesk();
  const [facts, setFacts] = useState(nothingKnown);
  useEffect(() => {
    if (!isNeeded) return;
    const state = { isGone: false };
    const take = (part: Partial<ScopeFacts>) => {
      if (!state.isGone) setFacts((known) => ({ ...known, ...part }));
    };
    // Both only help to fill in the form: where they cannot be read, the plan still tells everything.
    readCurrencies(desk).then(
      (currencies) => take({ currencies }),
      () => take({ currencies: [] }),
    );
    readExample(desk).then(
      (expiresAt) => take({ expiresAt }),
      () => undefined,
    );
    return () => {
      state.isGone = true;
    };
  }, [desk, isNeeded]);
  return facts;
}

/** Works on the scope with its query held open. */
function withScope<T>(desk: Desk, work: (scope: ActionScope) => Promise<T>): Promise<T | undefined> {
  return desk.query.getState().hold(async () => {
    const scope = actionScope(desk);
    return scope === undefined ? undefined : work(scope);
  });
}

async function readCurrencies(desk: Desk): Promise<readonly CurrencySum[]> {
  const { totals, isCounting } = desk.query.getState();
  const sums = await withScope(desk, async ({ selection, kind }) =>
    kind === 'matching' && totals !== undefined && !isCounting
      ? totals.sums
      : (await desk.bridge.call('links:sum', { selection })).sums,
  );
  return sums ?? [];
}

async function readExample(desk: Desk): Promise<Instant | undefined> {
  return withScope(desk, async ({ selection }) => {
    if (selection.mode === 'only') return exampleOfKeys(desk, selection.keys.slice(0, mostTries));
    const rows = await desk.bridge.call('links:range', { handle: selection.handle, start: 0, end: 100 });
    const excluded = new Set(selection.keys);
    return rows.find(({ key, expiresAt }) => expiresAt !== undefined && !excluded.has(key))?.expiresAt;
  });
}

async function exampleOfKeys(desk: Desk, keys: readonly number[]): Promise<Instant | undefined> {
  for (const key of keys) {
    const { link } = await desk.bridge.call('links:read', { key });
    if (link.expiresAt !== undefined) return link.expiresAt;
  }
  return undefined;
}
