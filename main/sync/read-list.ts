import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#domain/app-error';
import type { SyncRun } from '#domain/sync-run';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { LinkListPage, ListAsk, ListPosition, PaymentProvider } from '../providers/payment-provider';
import type { StoreClient } from '../store/store-client';
import { PageFeed, type ReadPage } from './page-feed';

export interface ReadListOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
  /** Pages were stored. */
  readonly onStored: (run: SyncRun) => void;
  /** Rows of the list were no readable links. */
  readonly onRejected: (run: SyncRun, rejected: LinkListPage['rejected']) => void;
}

/** A run and where it goes on. */
interface Place {
  readonly run: SyncRun;
  readonly position?: ListPosition;
}

/**
 * Reads the list of a run from where it stands and stores it, until it ends or no longer runs, and answers how it stands then.
 * Each page is stored before the next counts: whatever ends this, the run goes on there.
 *
 * @throws AppError what reading or storing met; `app/cancelled` at once when the signal aborts.
 */
export async function readList(runId: string, options: ReadListOptions, stop: AbortSignal): Promise<SyncRun> {
  let place: Place = await options.store.call('readSync', { runId });
  while (place.run.state === 'running') place = await readOn(place, options, stop);
  return place.run;
}

/** What is asked for: what changed since the last run, if it can be asked. */
function askOf({ since, fellBack }: SyncRun): ListAsk {
  return since === undefined || fellBack === true ? {} : { updatedSince: since };
}

/** The list of a provider; `link/not-editable` where it offers none. */
export function listOf({ list }: Pick<PaymentProvider, 'list'>): NonNullable<PaymentProvider['list']> {
  if (list === undefined) throw new AppError('link/not-editable', { reason: 'not-offered' });
  return list;
}

/** Reads and stores until the pages lead elsewhere than the feed has gone on. */
async function readOn(start: Place, options: ReadListOptions, stop: AbortSignal): Promise<Place> {
  const list = listOf(await options.providers.of(start.run.connectionId));
  const ask = askOf(start.run);
  const read = (position: ListPosition | undefined, signal: AbortSignal) => list(ask, position, signal);
  const feed = new PageFeed({ read, signal: stop }, start.position);
  try {
    let place = start;
    for (;;) {
      const pages = await feed.take();
      // The question for the next page leaves before the rows of these are read.
      await nextTurn();
      const beside = ask.updatedSince === undefined ? -1 : pages.findIndex(({ page }) => page.outside > 0);
      if (beside < 0) place = await storePages(place, pages, options);
      else {
        place = await storePages(place, pages.slice(0, beside), options);
        return place.run.state === 'running' ? await restart(place, options) : place;
      }
      if (!leadsOn(place, pages)) return place;
    }
  } finally {
    feed.close();
  }
}

function restart({ run }: Place, { store }: ReadListOptions): Promise<Place> {
  return store.call('restartSyncFull', { runId: run.id });
}

/** True while the run goes on where the feed does. */
function leadsOn({ run, position }: Place, pages: readonly ReadPage[]): boolean {
  const ahead = pages.at(-1)?.page.next.ifNew;
  return run.state === 'running' && ahead?.kind === 'on' && isSame(ahead.position, position);
}

/** Positions travel as JSON, in the order their adapter wrote them. */
function isSame(a: ListPosition, b: ListPosition | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function storePages(
  place: Place,
  pages: readonly ReadPage[],
  options: ReadListOptions,
): Promise<Place> {
  if (pages.length === 0) return place;
  const { store, now, onStored, onRejected } = options;
  const stored = await store.call('storeSyncPages', {
    runId: place.run.id,
    pages: pages.map(({ page, ...from }) => ({ ...from, page: { ...page, rejected: page.rejected.length } })),
    at: now(),
  });
  const rejected = pages.flatMap(({ page }) => page.rejected);
  if (rejected.length > 0) onRejected(stored.run, rejected);
  onStored(stored.run);
  return stored;
}
