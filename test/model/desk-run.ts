import type { Edit } from '#domain/bulk-job';
import { createProviderRegistry, type ProviderRegistry } from '../../main/connections/provider-registry';
import { JobRunner } from '../../main/jobs/job-runner';
import { Jobs } from '../../main/jobs/manage-jobs';
import { Plans } from '../../main/jobs/plan-jobs';
import type { PracticeCredentials } from '../../main/practice-gateway/practice-account';
import { createApsProvider } from '../../main/providers/aps/aps-provider';
import type { StoreApi } from '../../main/store/store-api';
import type { StoreClient } from '../../main/store/store-client';
import { apsAccount } from '../support/aps-account';
import type { WorldStore } from './world-store';
import { isSent } from './requests-of';
import type { WorldClock } from './world-clock';
import type { WorldEvent } from './world-events';

export interface RunParts {
  /** Numbers the runs over one store. */
  readonly generation: number;
  readonly store: WorldStore;
  readonly clock: WorldClock;
  readonly accounts: ReadonlyMap<string, PracticeCredentials>;
  readonly newId: () => string;
  readonly record: (event: WorldEvent) => void;
  readonly onFailure: (thrown: unknown) => void;
}

/** When a run dies: at the n-th call of the store from now, before the call reaches it or before its answer comes back. */
export interface Death {
  readonly calls: number;
  readonly phase: 'before' | 'after';
}

/** What a dead process waits for. */
const forever = new Promise<never>(() => undefined);

/** Long for a loopback, short for a test. */
const timeoutMs = 100;

/**
 * The application's part that works on jobs, over a store that outlives it. Killed, it is as gone as a process is: nothing of
 * it reaches store or network again, and nothing that was on its way to it arrives.
 */
export class DeskRun {
  readonly #parts: RunParts;
  readonly #dying = new AbortController();
  #death: Death | undefined;
  #sent = 0;
  #underWay = 0;
  readonly store: StoreClient;
  readonly newId: () => string;
  readonly providers: ProviderRegistry;
  readonly runner: JobRunner;
  readonly jobs: Jobs;
  readonly plans: Plans;
  /** Resolves when it dies. */
  readonly died: Promise<void>;

  constructor(parts: RunParts) {
    this.#parts = parts;
    const { clock, newId } = parts;
    const { now } = clock;
    this.died = new Promise((resolve) => {
      this.#dying.signal.addEventListener('abort', () => {
        resolve();
      });
    });
    // The methods are those of the test store, so each answers what StoreApi says it does.
    const call = ((method: keyof StoreApi, input: unknown) =>
      this.#call(method, input)) as StoreClient['call'];
    const store: StoreClient = { ...parts.store.store, call };
    this.store = store;
    this.newId = newId;
    this.providers = this.#createProviders(store);
    this.runner = new JobRunner({
      store,
      providers: this.providers,
      now,
      onJob: () => undefined,
      onFailure: (_jobId, thrown) => {
        parts.onFailure(thrown);
      },
    });
    this.jobs = new Jobs({ store, runner: this.runner, now });
    this.plans = new Plans({ store, providers: this.providers, now, newId, onChecked: () => undefined });
  }

  isAlive(): boolean {
    return !this.#dying.signal.aborted;
  }

  /** Nothing of it waits for the store, the network or a timer. */
  get isStill(): boolean {
    return this.#underWay === 0;
  }

  kill(death: Death = { calls: 0, phase: 'before' }): void {
    this.#death = death;
    if (death.calls === 0) this.#dying.abort();
  }

  #createProviders(store: StoreClient): ProviderRegistry {
    const { accounts, clock } = this.#parts;
    return createProviderRegistry({
      findConnection: async (id) => (await store.call('listConnections', {})).find((each) => each.id === id),
      takeSecrets: ({ id }) => Promise.resolve(secretsOf(accounts, id)),
      make: (request) =>
        Promise.resolve(
          createApsProvider({
            ...apsAccount(request),
            fetch: (url, init) => this.#fetch(url, init),
            clock: clock.now,
            random: () => 0.5,
            sleep: (ms, signal) => this.#watched(clock.sleep(ms, signal)),
            zone: 'Asia/Kuwait',
            language: 'en',
            referencePolicy: 'original',
            timeoutMs,
          }),
        ),
    });
  }

  /** What a process waits for; dead, it waits for ever. */
  async #watched<T>(work: Promise<T>): Promise<T> {
    if (!this.isAlive()) return forever;
    this.#underWay += 1;
    try {
      const value = await work;
      return this.isAlive() ? value : await forever;
    } catch (thrown) {
      if (!this.isAlive()) return await forever;
      throw thrown;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Counts a call's moment; true when the process dies of it. */
  #diesAt(phase: Death['phase']): boolean {
    const death = this.#death;
    if (death?.phase !== phase) return false;
    this.#death = { ...death, calls: death.calls - 1 };
    if (death.calls > 1) return false;
    this.#dying.abort();
    return true;
  }

  #call(method: keyof StoreApi, input: unknown): Promise<unknown> {
    const run = async () => {
      await Promise.resolve();
      if (!this.isAlive() || this.#diesAt('before')) return forever;
      const answer =
        method === 'stepEdit'
          ? this.#step(input as Parameters<StoreApi['stepEdit']>[0])
          : // The store's own methods, each with its own input.
            await (this.#parts.store.store.call as (m: string, i: unknown) => Promise<unknown>)(
              method,
              input,
            );
      this.#diesAt('after');
      return answer;
    };
    return this.#watched(run());
  }

  /** Takes a step and notes it in one go: nothing else can come between. */
  #step(input: Parameters<StoreApi['stepEdit']>[0]): Edit {
    const { store, record } = this.#parts;
    const row = store.rowOfEdit(input.editId);
    const edit = structuredClone(store.methods.stepEdit(structuredClone(input)));
    const { from, to, at } = input;
    record({ kind: 'stepped', edit, from, to, row, at });
    return edit;
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    if (!this.isAlive()) return forever;
    const { record, generation, store } = this.#parts;
    const label = `${String(generation)}.${String((this.#sent += 1))}`;
    // Our own request: a text of flat JSON.
    const fields = JSON.parse(init.body as string) as Record<string, string>;
    const linkId = fields['payment_link_id'] ?? '';
    const isUpdate = fields['service_command'] !== undefined;
    const values = valuesOf(fields);
    const sending = isUpdate ? store.sendingEditsOf(linkId) : [];
    const edit = sending.find(({ patch }) => isSent(patch, values)) ?? sending[0];
    record({ kind: 'sent', label, isUpdate, linkId, fields: values, edit });
    return this.#watched(
      this.#overTheWire(url, init, label).then(
        (response) => {
          if (this.isAlive()) record({ kind: 'ended', label, how: 'answered' });
          return response;
        },
        (thrown: unknown) => {
          if (this.isAlive())
            record({ kind: 'ended', label, how: wasRefused(thrown) ? 'refused' : 'broken' });
          throw thrown;
        },
      ),
    );
  }

  /** Reads the whole answer, so that nothing of it comes later. */
  async #overTheWire(url: string, init: RequestInit, label: string): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-practice-label', label);
    const signal = AbortSignal.any([this.#dying.signal, ...(init.signal ? [init.signal] : [])]);
    const response = await fetch(url, { ...init, headers, signal });
    return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers });
  }
}

function secretsOf(accounts: ReadonlyMap<string, PracticeCredentials>, connectionId: string) {
  const account = accounts.get(connectionId);
  if (account === undefined) throw new Error(`There is no account for ${connectionId}.`);
  const { accessCode, requestPhrase, responsePhrase } = account;
  return { accessCode, requestPhrase, responsePhrase };
}

const valueFields = [
  'payment_link_status',
  'request_expiry_date',
  'amount',
  'customer_name',
  'order_description',
];

function valuesOf(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const values = Object.entries(fields).filter(([name]) => valueFields.includes(name));
  // The moment counts, not the zone it is written in.
  const asMoment = ([name, value]: [string, string]) =>
    [name, name === 'request_expiry_date' ? String(Date.parse(value)) : value] as const;
  return Object.fromEntries(values.map(asMoment));
}

/** No connection came about, so nothing was sent. */
function wasRefused(thrown: unknown): boolean {
  return thrown instanceof Error && causeCode(thrown) === 'ECONNREFUSED';
}

function causeCode({ cause }: Error): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
