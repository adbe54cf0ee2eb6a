import type { Instant } from '#domain/instant';
import { noNews } from '#domain/sync-run';

import type { AuditLog } from './audit-log';
import type { LinkNews, NewsChange } from './link-news';
import type { StoreDatabase } from './store-database';
import { auditOfSync } from './sync-audit';
import type { SyncPage, SyncPlace, SyncPosition, SyncStoreApi } from './sync-api';
import type { MetLinks } from './sync-met';
import type { StoredSync, SyncTable } from './sync-table';
import { noLinks, type LinkWriter } from './upsert-links';

export interface SyncParts {
  readonly syncs: SyncTable;
  readonly links: LinkWriter;
  readonly news: LinkNews;
  readonly met: MetLinks;
  readonly audit: AuditLog;
}

type OpenRow = { -readonly [C in keyof StoredSync]: StoredSync[C] };

/** Makes the function that stores pages of a list, each with all that follows from it. */
export function createStoreSyncPages(
  db: StoreDatabase,
  parts: SyncParts,
): (input: Parameters<SyncStoreApi['storeSyncPages']>[0]) => SyncPlace {
  const { syncs, met, audit } = parts;
  const update = db.prepare<[StoredSync]>(
    `UPDATE sync_run SET state = @state, ended_at = @ended_at, served_at = @served_at, position = @position,
       total = @total, incomplete = @incomplete, pages = @pages, listed = @listed, added = @added, changed = @changed,
       unchanged = @unchanged, rejected = @rejected, news_new = @news_new, news_paid = @news_paid,
       news_closed = @news_closed, news_expired = @news_expired WHERE id = @id`,
  );
  return db.transaction(({ runId, pages, at }) => {
    const row: OpenRow = { ...syncs.row(runId) };
    takePages(row, { pages, at }, parts);
    update.run(row);
    const place = syncs.place(runId);
    if (place.run.state === 'finished') {
      met.drop(row.number);
      audit.append(auditOfSync(place.run, 'sync-finished', at));
    }
    return place;
  });
}

function takePages(
  row: PageRow,
  { pages, at }: Omit<Parameters<SyncStoreApi['storeSyncPages']>[0], 'runId'>,
  parts: SyncParts,
): void {
  for (const { from, page } of pages) {
    // What an earlier page decides may lead elsewhere than where this one was read, or end the list.
    if (row.state !== 'running' || row.position !== positionText(from)) return;
    takePage(row, page, parts);
    takeStep(row, page, at);
  }
}

function positionText(position: SyncPosition | undefined): string | null {
  return position === undefined ? null : JSON.stringify(position);
}

/** What is known of a run while one of its pages is stored. */
interface PageRow extends OpenRow {
  /** Whether the page had a link that this reading of the list had not met. */
  isNew?: boolean;
}

function takePage(row: PageRow, page: SyncPage, { links, news, met }: SyncParts): void {
  if (row.pages === 0) news.clear(row.connection_id);
  const counts = noLinks();
  const change: NewsChange = { ...noNews };
  let fresh = 0;
  for (const link of page.links) {
    const outcome = links.put({ ...link, connectionId: row.connection_id }, 'check');
    news.note(outcome, row.connection_id, change);
    const meeting = met.meet(row, outcome.key);
    if (meeting !== 'again') fresh += 1;
    // Once met it is counted; a later page or reading may tell it once more.
    if (meeting === 'first') counts[outcome.kind] += 1;
  }
  links.count(counts);
  row.isNew = fresh > 0 || (page.links.length === 0 && page.rejected > 0 && row.listed > 0);
  row.pages += 1;
  row.added += counts.added;
  row.changed += counts.changed;
  row.unchanged += counts.unchanged + counts.older;
  row.listed = row.added + row.changed + row.unchanged;
  row.rejected += page.rejected;
  row.news_new += change.new;
  row.news_paid += change.paid;
  row.news_closed += change.closed;
  row.news_expired += change.expired;
  row.total = page.total ?? row.total;
  row.served_at ??= page.servedAt ?? null;
}

function takeStep(row: PageRow, { next }: SyncPage, at: Instant): void {
  const step = row.isNew === true ? next.ifNew : next.ifAllMet;
  row.position = step.kind === 'on' ? JSON.stringify(step.position) : null;
  if (step.kind === 'on') return;
  row.state = 'finished';
  row.ended_at = at;
  row.incomplete = step.kind === 'incomplete' ? 1 : 0;
}
