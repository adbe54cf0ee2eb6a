import { isAppError, toAppError, type AppError, type ErrorCode } from '#domain/app-error';
import { afterFailure, afterSuccess, weigh, wholeBreaker, type Breaker } from '#domain/breaker';
import type { Edit } from '#domain/bulk-job';
import { EditFeed, type FeedOf } from './edit-feed';
import { HeldEdits, type HeldEdit } from './held-edits';
import { EditRun, type EditEnd, type EditRunOptions } from './run-edit';
import { SendTurns, type SendGate } from './send-gate';

/** Whether a step was refused because somebody else has taken the edit meanwhile. */
function wasMoved(thrown: unknown): boolean {
  return isAppError(thrown) && thrown.details.reason === 'edit-moved';
}

/** What a lane is for. */
export interface LaneOf {
  readonly jobId: string;
  readonly connectionId: string;
  /** A cancelled job's lane only looks up what was sent. */
  readonly maySend: boolean;
}

export interface LaneOptions extends EditRunOptions {
  /** Ends the lane: what is under way is finished, nothing more is sent. */
  readonly stop: AbortSignal;
  /** How often an edit was held back, kept over the lanes of a job. */
  readonly rounds: Map<number, number>;
  readonly onEdit: () => void;
  readonly onFailure: (thrown: unknown) => void;
}

/**
 * How many edits are under way for a connection that carries `maxInFlight` requests at once. Each edit is two requests with a
 * stored step before, between and after them; twice as many edits as places always leave somebody ready to take a free place,
 * the few more make up for those that wait in a back-off.
 */
function laneWidth(maxInFlight: number): number {
  return 2 * maxInFlight + 4;
}

/**
 * A job's edits of one connection, run side by side behind a circuit breaker.
 *
 * An edit whose failure may be everybody's is held back as it is. When another goes through, the failure was its own and it
 * settles; when the lane breaks, it stays to be tried again.
 */
export class Lane {
  readonly #of: LaneOf;
  readonly #options: LaneOptions;
  readonly #shut = new AbortController();
  readonly #held: HeldEdits;
  #breaker: Breaker = wholeBreaker;
  /** Refused alike in a row: put back should that break the lane. */
  #refused: Edit[] = [];

  constructor(of: LaneOf, options: LaneOptions) {
    this.#of = of;
    this.#options = options;
    this.#held = new HeldEdits(options.rounds);
  }

  /** Runs until nothing is left to do, it is stopped, or it breaks; then answers the reason. Never rejects. */
  async run(): Promise<ErrorCode | undefined> {
    const shut = () => {
      this.#shut.abort();
    };
    if (this.#options.stop.aborted) shut();
    this.#options.stop.addEventListener('abort', shut, { once: true });
    try {
      const { maxInFlight } = await this.#options.providers.of(this.#of.connectionId);
      // What is unknown is looked at first: it decides whether anything must be sent again.
      await this.#each('unknown', maxInFlight);
      if (this.#of.maySend) await this.#each('queued', maxInFlight);
      await this.#conclude();
    } catch (thrown) {
      this.#breakBy(thrown);
    } finally {
      this.#options.stop.removeEventListener('abort', shut);
    }
    return this.#breaker.kind === 'broken' ? this.#breaker.by : undefined;
  }

  #mayGoOn(): boolean {
    return !this.#shut.signal.aborted;
  }

  #met(failure: AppError): void {
    this.#breaker = afterFailure(this.#breaker, failure);
    if (this.#breaker.kind === 'broken') this.#shut.abort();
  }

  /** A failure that is no edit's own breaks the lane, unless it only says that the lane was stopped. */
  #breakBy(thrown: unknown): void {
    const error = toAppError(thrown);
    if (error.code === 'app/cancelled' && !this.#mayGoOn()) return;
    // Whatever else is under way meets the same: the first speaks for all.
    if (this.#breaker.kind === 'broken') return;
    this.#options.onFailure(thrown);
    this.#breaker = { kind: 'broken', by: error.code };
    this.#shut.abort();
  }

  /** Takes the edits of a state side by side until a look from the start finds no more of them. */
  async #each(state: FeedOf['state'], maxInFlight: number): Promise<void> {
    const { jobId, connectionId } = this.#of;
    const turns = new SendTurns(maxInFlight, this.#shut.signal);
    const gate: SendGate = {
      signal: this.#shut.signal,
      enter: () => turns.enter(),
      note: (failure) => {
        if (weigh(failure) === 'breaks') this.#met(failure);
      },
    };
    let taken: number;
    do {
      const feed = new EditFeed(this.#options.store, { jobId, connectionId, state });
      const workers = Array.from({ length: laneWidth(maxInFlight) }, () => this.#work(feed, gate));
      taken = (await Promise.all(workers)).reduce((sum, count) => sum + count, 0);
    } while (taken > 0 && this.#mayGoOn());
  }

  /** Takes one edit after the other; answers how many. Never rejects: the others must not be left alone under way. */
  async #work(feed: EditFeed, gate: SendGate): Promise<number> {
    let taken = 0;
    try {
      while (this.#mayGoOn()) {
        const edit = await feed.next();
        if (edit === undefined) break;
        if (this.#held.has(edit.id) || !this.#mayGoOn()) continue;
        taken += 1;
        await this.#take(edit, feed, gate);
        this.#options.onEdit();
      }
    } catch (thrown) {
      // The edit stays where the store has it, `queued` or `sending`; the next run goes on from there.
      this.#breakBy(thrown);
    }
    return taken;
  }

  async #take(edit: Edit, feed: EditFeed, gate: SendGate): Promise<void> {
    const run = new EditRun(edit, this.#options, gate);
    let end: EditEnd;
    try {
      end = await (edit.state === 'unknown' ? run.resolve() : run.send());
    } catch (thrown) {
      // Dropped by the user between the look and the step.
      if (wasMoved(thrown)) return;
      throw thrown;
    }
    if (end.trouble === undefined) await this.#wentThrough(feed);
    else await this.#hadTrouble({ ...end, trouble: end.trouble }, feed);
    // A re-read has shown that it was not applied: it may be sent again.
    const isToSend = end.edit.state === 'queued' && end.ifAlone === undefined;
    if (isToSend && this.#of.maySend) feed.putBack(end.edit);
  }

  /** Something went through: what is held back had its trouble for itself. */
  async #wentThrough(feed: EditFeed): Promise<void> {
    this.#breaker = afterSuccess(this.#breaker);
    if (this.#breaker.kind === 'broken') return;
    this.#refused = [];
    const { again, spent } = this.#held.takeOut();
    for (const { edit } of again) feed.putBack(edit);
    await Promise.all(spent.map((held) => this.#settle(held)));
  }

  async #hadTrouble(end: EditEnd & { readonly trouble: AppError }, feed: EditFeed): Promise<void> {
    const { edit, trouble, ifAlone } = end;
    if (weigh(trouble) === 'own') return this.#wentThrough(feed);
    this.#met(trouble);
    if (edit.state === 'failed' && trouble.code === 'provider/refused') this.#refused.push(edit);
    if (ifAlone !== undefined) this.#held.hold({ edit, trouble, ifAlone });
  }

  async #settle({ edit, trouble, ifAlone }: HeldEdit): Promise<void> {
    const { provider } = trouble.details;
    await this.#move(edit, {
      ...ifAlone,
      ...(edit.provider === undefined && provider !== undefined ? { provider } : {}),
    });
  }

  async #move(edit: Edit, step: Pick<Edit, 'errorCode' | 'provider'> & { to: Edit['state'] }): Promise<void> {
    const at = this.#options.now();
    try {
      await this.#options.store.call('stepEdit', { editId: edit.id, from: edit.state, at, ...step });
    } catch (thrown) {
      // Dropped by the user while it was held back.
      if (!wasMoved(thrown)) throw thrown;
    }
  }

  /** Decides, at the lane's end, about what is still held back. */
  async #conclude(): Promise<void> {
    if (this.#breaker.kind === 'broken') {
      this.#held.forgive();
      const { by: errorCode } = this.#breaker;
      if (errorCode !== 'provider/refused') return;
      for (const edit of this.#refused) await this.#move(edit, { to: 'queued', errorCode });
      return;
    }
    // The user's own pause: everything waits as it is.
    if (!this.#mayGoOn()) return;
    const { again, spent } = this.#held.takeOut();
    await Promise.all(spent.map((held) => this.#settle(held)));
    // Nothing came after them that could tell: they wait for a provider that answers.
    const [waiting] = again;
    if (waiting !== undefined) this.#breaker = { kind: 'broken', by: waiting.trouble.code };
  }
}
