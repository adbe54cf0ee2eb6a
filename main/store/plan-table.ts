import { AppError } from '#domain/app-error';
import type { BulkPlan, PlanRow, PlanVerdict } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';
import type { BlockReason } from '#domain/link-patch';
import type { JobState } from '#domain/job-state';
import type { PlanPage } from '#contract/jobs';

import type { StoreDatabase } from './store-database';
import { parseStored, parseStoredJson, storedBulkChange, storedChanges } from './stored-json';
import { storedReason, storedSummary } from './stored-plan';

/** Every method refuses with `plan/not-found` what is no plan, or not wholly stored. */
export interface PlanTable {
  read(planId: string): BulkPlan;
  /** Rows in the order of the selection. */
  page(input: PlanRange): PlanPage;
  /** The links that will change and were confirmed before a moment, in the plan's order. @throws also once it is started. */
  stale(planId: string, checkedBefore: Instant): readonly number[];
  /** Refuses a plan that was started too. */
  assertWaiting(planId: string): void;
}

export interface PlanRange {
  readonly planId: string;
  readonly verdict?: PlanVerdict;
  readonly start: number;
  readonly end: number;
}

interface StoredPlan {
  readonly state: JobState;
  readonly change: string;
  readonly created_at: number;
  readonly summary: string;
}

/** How many rows that will change a plan shows before and after. */
const sampleSize = 20;

export function createPlanTable(db: StoreDatabase): PlanTable {
  const find = db.prepare<[string], StoredPlan>(
    'SELECT state, change, created_at, summary FROM job WHERE id = ? AND is_complete AND summary IS NOT NULL',
  );
  const stale = db
    .prepare<[string, Instant], number>(
      `SELECT link_key FROM edit JOIN link ON link.key = link_key WHERE job_id = ? AND checked_at < ?
       ORDER BY position`,
    )
    .pluck();
  const pageOf = createPageReader(db);
  const plan = (planId: string): StoredPlan => {
    const row = find.get(planId);
    if (row === undefined) throw new AppError('plan/not-found');
    return row;
  };
  const assertWaiting = (planId: string): void => {
    if (plan(planId).state !== 'planned') throw new AppError('plan/not-found');
  };
  return {
    read: (planId) => {
      const { change, created_at: createdAt, summary } = plan(planId);
      return {
        planId,
        change: parseStoredJson(storedBulkChange, change),
        createdAt,
        ...parseStoredJson(storedSummary, summary),
        sample: pageOf({ planId, verdict: 'change', start: 0, end: sampleSize }).rows,
      };
    },
    page: (range) => {
      plan(range.planId);
      return pageOf(range);
    },
    stale: (planId, checkedBefore) => {
      assertWaiting(planId);
      return stale.all(planId, checkedBefore);
    },
    assertWaiting,
  };
}

interface StoredRow {
  readonly link_key: number;
  readonly connection_id: string;
  readonly link_id: string;
  readonly reference: string;
  readonly verdict: PlanVerdict;
  readonly reason: BlockReason | null;
  readonly changes: string;
}

const shared = 'position, link_key, connection_id, link_id, reference';
const rowsThatChange = `SELECT ${shared}, 'change' AS verdict, NULL AS reason, changes FROM edit WHERE job_id = @planId`;
const otherRows = `SELECT ${shared}, verdict, reason, changes FROM plan_row WHERE job_id = @planId`;

interface RangeParams {
  readonly planId: string;
  readonly verdict: PlanVerdict | null;
  readonly limit: number;
  readonly offset: number;
}

/** Makes the function that reads a page of edits, of other rows, or of both merged by their position. */
function createPageReader(db: StoreDatabase): (range: PlanRange) => PlanPage {
  const place = 'ORDER BY position LIMIT @limit OFFSET @offset';
  const readers = {
    changes: db.prepare<[RangeParams], StoredRow>(`${rowsThatChange} ${place}`),
    others: db.prepare<[RangeParams], StoredRow>(`${otherRows} AND verdict = @verdict ${place}`),
    // Where the page begins is found in the indexes alone; the rows before it are never read.
    all: db.prepare<[RangeParams], StoredRow>(
      `WITH page AS (
         SELECT position FROM edit WHERE job_id = @planId
         UNION ALL SELECT position FROM plan_row WHERE job_id = @planId
         ${place}
       ), bounds AS (SELECT min(position) AS low, max(position) AS high FROM page)
       ${rowsThatChange} AND position BETWEEN (SELECT low FROM bounds) AND (SELECT high FROM bounds)
       UNION ALL
       ${otherRows} AND position BETWEEN (SELECT low FROM bounds) AND (SELECT high FROM bounds)
       ORDER BY position`,
    ),
  };
  const countChanges = db
    .prepare<[string], number>('SELECT coalesce(sum(count), 0) FROM job_count WHERE job_id = ?')
    .pluck();
  const countOthers = db
    .prepare<[string, PlanVerdict | null], number>(
      'SELECT count(*) FROM plan_row WHERE job_id = ? AND verdict = coalesce(?, verdict)',
    )
    .pluck();
  return ({ planId, verdict, start, end }) => {
    const others = verdict === 'change' ? 0 : (countOthers.get(planId, verdict ?? null) ?? 0);
    const changes = verdict === undefined || verdict === 'change' ? (countChanges.get(planId) ?? 0) : 0;
    const reader = verdict === undefined ? 'all' : verdict === 'change' ? 'changes' : 'others';
    const limit = Math.max(0, end - start);
    const rows = readers[reader].all({ planId, verdict: verdict ?? null, limit, offset: start });
    return { total: changes + others, rows: rows.map(toPlanRow) };
  };
}

function toPlanRow(row: StoredRow): PlanRow {
  return {
    linkKey: row.link_key,
    connectionId: row.connection_id,
    linkId: row.link_id,
    reference: row.reference,
    verdict: row.verdict,
    ...(row.reason === null ? {} : { reason: parseStored(storedReason, row.reason) }),
    changes: parseStoredJson(storedChanges, row.changes),
  };
}
