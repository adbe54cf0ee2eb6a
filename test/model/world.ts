import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { isAppError } from '#domain/app-error';
import type { BulkJob } from '#domain/bulk-job';
import { statusFromWord, type LinkRow, type PaymentLink } from '#domain/payment-link';
import type { Faults } from '../../main/practice-gateway/faults';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { DeskRun, type Death } from './desk-run';
import { openWorldClock, worldStart, type WorldClock } from './world-clock';
import type { WorldEvent } from './world-events';
import { openWorldStore, type WorldStore } from './world-store';

export interface WorldSpec {
  readonly seed: number;
  /** Links of each connection. */
  readonly links: readonly number[];
  /** The cached rows are too old to be trusted from the beginning. */
  readonly isStale: boolean;
}

const connectionNames = ['shop', 'web'];

/** The longest a world is waited for, in our milliseconds. */
const patienceMs = 4_000;

/** A small desk with its providers: it lives through commands, faults, kills and restarts, and remembers what happened. */
export class World {
  readonly clock: WorldClock = openWorldClock();
  readonly store: WorldStore = openWorldStore();
  readonly events: WorldEvent[] = [];
  /** What should not have happened, as it was met. */
  readonly failures: unknown[] = [];
  /** Edits by the job that was acknowledged. */
  readonly acknowledged = new Map<string, readonly number[]>();
  readonly gateways = new Map<string, PracticeGateway>();
  #run: DeskRun | undefined;
  #runs = 0;
  #names = 0;

  static async open(spec: WorldSpec): Promise<World> {
    const world = new World();
    for (const [index, links] of spec.links.entries()) {
      await world.#connect(connectionNames[index] ?? `c${String(index)}`, { links, seed: spec.seed + index });
    }
    if (spec.isStale) world.clock.jump(10 * 60_000);
    return world;
  }

  async #connect(id: string, { links, seed }: { links: number; seed: number }): Promise<void> {
    const { now } = this.clock;
    const gateway = await startPracticeGateway({
      ...{ port: 0, links, seed, now, madeAt: worldStart },
      onRequest: (request) => this.record({ kind: 'executed', request }),
    });
    this.gateways.set(id, gateway);
    const { merchantIdentifier, shaType, accessCode } = gateway.credentials;
    const connection = {
      ...({ id, name: id, provider: 'aps', environment: 'custom', endpoint: gateway.apsUrl } as const),
      ...{ merchantIdentifier, shaType, accessCodeTail: accessCode.slice(-4), createdAt: worldStart },
    };
    this.store.methods.saveConnection({ connection });
    const cached = gateway.links().map((link) => cachedLink(id, link, now()));
    this.store.methods.upsertLinks({ links: cached, source: 'import' });
  }

  record(event: WorldEvent): void {
    this.events.push(event);
  }

  /** The run at work; a dead one is followed by a new one, which goes on with what it finds. */
  async desk(): Promise<DeskRun> {
    if (this.#run?.isAlive() === true) return this.#run;
    this.#runs += 1;
    const run = new DeskRun({
      ...{ generation: this.#runs, store: this.store, clock: this.clock },
      accounts: new Map([...this.gateways].map(([id, { credentials }]) => [id, credentials])),
      newId: () => `j${String((this.#names += 1))}`,
      record: (event) => this.record(event),
      onFailure: (thrown) => this.note(thrown),
    });
    this.#run = run;
    await this.ask(() => run.jobs.resume());
    return run;
  }

  /** How many runs there have been. */
  get runs(): number {
    return this.#runs;
  }

  kill(death?: Death): void {
    this.#run?.kill(death);
  }

  /** What a user's request answers; undefined when it was refused as it may be, or the process died of it. */
  async ask<T>(request: (desk: DeskRun) => Promise<T>): Promise<T | undefined> {
    const run = this.#run;
    if (run === undefined) throw new Error('Nothing runs.');
    try {
      return await Promise.race([request(run), run.died.then(() => undefined)]);
    } catch (thrown) {
      this.note(thrown);
      return undefined;
    }
  }

  /** Keeps what nobody may ever see: failures nobody foresaw. Refusals and lost networks are daily life. */
  note(thrown: unknown): void {
    const isForeseen = isAppError(thrown) && !['app/unexpected'].includes(thrown.code);
    const isRefusedMove = isAppError(thrown) && thrown.details.reason === 'job-move-refused';
    if (!isForeseen && !isRefusedMove) this.failures.push(thrown);
  }

  acknowledge(job: Pick<BulkJob, 'id'>): void {
    const { edits } = this.store.methods.readEdits({ jobId: job.id, start: 0, end: 1000 });
    this.acknowledged.set(
      job.id,
      edits.map(({ id }) => id),
    );
  }

  link(row: Pick<LinkRow, 'connectionId' | 'linkId'>): GatewayLink | undefined {
    return this.gateways.get(row.connectionId)?.link(row.linkId);
  }

  /** Somebody else changes a link. */
  changeOutside(row: LinkRow, change: (link: GatewayLink) => GatewayLink): void {
    const link = this.link(row);
    if (link === undefined) return;
    this.gateways.get(row.connectionId)?.setLink(change(link));
    this.record({ kind: 'outside', linkId: row.linkId });
  }

  async setFaults(faults: Faults, connectionId?: string): Promise<void> {
    for (const [id, gateway] of this.gateways) {
      if (connectionId === undefined || id === connectionId) await gateway.setFaults(faults);
    }
  }

  jump(ms: number): void {
    this.clock.jump(ms);
    if (!this.#isCalm) this.record({ kind: 'jumped' });
  }

  /** Waits until the run stands still and the gateways are done with everything; false when that takes too long. */
  async standStill(withinMs = patienceMs): Promise<boolean> {
    const until = performance.now() + withinMs;
    let calm = 0;
    while (calm < 3) {
      if (performance.now() > until) return false;
      await nextTurn();
      if (this.#isCalm) calm += 1;
      else {
        calm = 0;
        await wait(1);
      }
    }
    this.record({ kind: 'stood-still' });
    return true;
  }

  get #isCalm(): boolean {
    const isDeskStill = this.#run === undefined || !this.#run.isAlive() || this.#run.isStill;
    return isDeskStill && [...this.gateways.values()].every((gateway) => gateway.requests().underWay === 0);
  }

  async close(): Promise<void> {
    this.kill();
    await Promise.all([...this.gateways.values()].map((gateway) => gateway.stop()));
    this.store.close();
  }
}

/** What an import would have stored of a link. */
function cachedLink(connectionId: string, link: GatewayLink, now: number): PaymentLink {
  return {
    connectionId,
    linkId: link.id,
    reference: link.reference,
    status: statusFromWord(link.status, link.expiresAt, now),
    providerStatus: link.status,
    amount: { amountMinor: link.amountMinor, currency: link.currency },
    expiresAt: link.expiresAt,
    customerName: link.customerName,
    orderText: link.orderText,
    checkedAt: now,
  };
}
