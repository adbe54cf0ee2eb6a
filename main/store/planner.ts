import { setImmediate as nextTurn } from 'node:timers/promises';

import { AppError } from '#domain/app-error';
import type { BulkPlan } from '#domain/bulk-job';
import type { PlanContext } from '#domain/plan-row';

import { stopIfCancelled, throttleProgress, type OnProgress } from '../files/progress';
import type { StoreMethods } from './create-store-api';
import { freezePlanRows, type PlanRows } from './plan-source';
import { createPlanSweep, type PlanSweep } from './plan-sweep';
import { createPlanTable, type PlanTable } from './plan-table';
import { PlanTally, type PlanSummary } from './plan-tally';
import { createPlanWriter, type NewPlan, type PlanWriter } from './plan-writer';
import { createPlanRejudge, type PlanRejudge } from './rejudge-plan';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';
import { fromSqlError } from './store-failure';
import type { WriteTurns } from './write-turns';

type Turns = Pick<WriteTurns, 'pass'>;

export interface PlanWork {
  readonly turns: Turns;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

type Reads = Pick<StoreMethods, 'freezeSelection' | 'readLinks' | 'readJob' | 'listConnections'>;

const ROWS_A_TURN = 250;

/**
 * The long work of plans: 100,000 rows take seconds, so it is done slice by slice, and queries and other writes get their turn
 * between slices. A plan is read by nobody until its last slice is stored: what a cancel or a crash leaves of it is swept away,
 * then or with the next plan.
 */
export class Planner {
  readonly #db: StoreDatabase;
  readonly #reads: Reads;
  readonly #plans: PlanTable;
  readonly #writer: PlanWriter;
  readonly #sweep: PlanSweep;
  readonly #rejudge: PlanRejudge;
  readonly #writing = new Set<string>();

  constructor(db: StoreDatabase, reads: Reads) {
    this.#db = db;
    this.#reads = reads;
    this.#plans = createPlanTable(db);
    this.#writer = createPlanWriter(db);
    this.#sweep = createPlanSweep(db);
    this.#rejudge = createPlanRejudge(db, { plans: this.#plans, reads });
  }

  /** Fails with `job/nothing-to-do`, `store/result-closed`, `job/not-found`, `app/cancelled`; then nothing is kept. */
  plan({ planId, of, now }: Parameters<StoreApi['planJob']>[0], work: PlanWork): Promise<BulkPlan> {
    return withSqlErrors(async () => {
      stopIfCancelled(work.signal);
      const providers = new Map(this.#reads.listConnections({}).map(({ id, provider }) => [id, provider]));
      const context: PlanContext = { providerOf: (id) => providers.get(id), now };
      const rows = freezePlanRows(of, this.#reads, { db: this.#db, context });
      if (rows.total === 0) throw new AppError('job/nothing-to-do');
      const plan: NewPlan = { planId, change: rows.change, now };
      this.#writing.add(planId);
      try {
        await work.turns.pass(() => this.#writer.begin(plan));
        const summary = await this.#store(plan, rows, work);
        await work.turns.pass(() => this.#writer.complete(planId, summary));
      } finally {
        this.#writing.delete(planId);
        await this.#sweep.sweep(work.turns, this.#writing);
      }
      return this.#plans.read(planId);
    });
  }

  /** Judges and stores all rows. Each slice is read, decided and stored at once, with nothing in between. */
  async #store(plan: NewPlan, rows: PlanRows, { turns, signal, onProgress }: PlanWork): Promise<PlanSummary> {
    const tell = throttleProgress(onProgress, () => performance.now());
    const tally = new PlanTally();
    let position = 0;
    for (let start = 0; start < rows.total; start += ROWS_A_TURN) {
      await turns.pass(() => {
        const judged = rows.judge(start, ROWS_A_TURN);
        this.#writer.add(plan, position, judged);
        position += judged.length;
        for (const each of judged) tally.add(each.row, each);
      });
      tell({ done: Math.min(start + ROWS_A_TURN, rows.total), total: rows.total });
      await nextTurn();
      stopIfCancelled(signal);
    }
    if (position === 0) throw new AppError('job/nothing-to-do');
    onProgress({ done: rows.total, total: rows.total });
    return tally.summary;
  }

  /** Fails with `plan/not-found`, also when the plan is started meanwhile. */
  rejudge(planId: string, turns: Turns): Promise<BulkPlan> {
    return withSqlErrors(async () => {
      const tally = new PlanTally();
      let after: number | undefined = -1;
      while (after !== undefined) {
        const from: number = after;
        after = await turns.pass(() => this.#rejudge.judge(planId, from, tally));
        await nextTurn();
      }
      await turns.pass(() => this.#rejudge.finish(planId, tally));
      return this.#plans.read(planId);
    });
  }

  /** Drops one plan, or all; what was started stays. */
  drop(planId: string | undefined, turns: Turns): Promise<void> {
    return withSqlErrors(async () => {
      await turns.pass(() => this.#sweep.hide(planId));
      await this.#sweep.sweep(turns, this.#writing);
    });
  }
}

async function withSqlErrors<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    throw fromSqlError(thrown);
  }
}
