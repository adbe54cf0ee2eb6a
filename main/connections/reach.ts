import type { ConnectionReach } from '#contract/connections';
import { isAppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { PaymentProvider } from '../providers/payment-provider';
import { judgeReach, type CallTells } from './watch-reach';

export interface ReachOptions {
  /** The connection's provider, whichever decorators it has. */
  readonly providerOf: (connectionId: string) => Promise<Pick<PaymentProvider, 'test'>>;
  readonly onChange: (reach: ConnectionReach) => void;
  /** A provider that could not be reached, or was waited for, answers again. */
  readonly onBack: (connectionId: string) => void;
  readonly now: () => Instant;
  /** Resolves after some milliseconds; rejects at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The waits before the tests of a connection: doubled from the first to the longest. */
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;
/** A connection that fails again so soon after it was back goes on with the waits it had reached. */
const calmAfterMs = 5 * 60_000;

/** One connection that is tested until it answers. */
interface Probe {
  readonly end: AbortController;
  /** Ends the present wait at once. */
  wake: AbortController;
  waitMs: number;
}

interface Line {
  reach: ConnectionReach;
  probe?: Probe;
  /** Where the waits stood when it was last back. */
  last?: { readonly waitMs: number; readonly at: Instant };
}

/**
 * Knows of every connection whether its provider can be reached, as its calls tell; tests those that cannot be reached, or that
 * somebody waits for, until they answer.
 */
export class Reach {
  readonly #options: ReachOptions;
  readonly #lines = new Map<string, Line>();
  #isStopped = false;

  constructor(options: ReachOptions) {
    this.#options = options;
  }

  /** The connections whose provider does not answer. */
  unreachable(): readonly ConnectionReach[] {
    return [...this.#lines.values()].map(({ reach }) => reach).filter(({ isReachable }) => !isReachable);
  }

  /** Takes note of what a call told. */
  note(connectionId: string, tells: CallTells): void {
    if (tells === 'nothing' || this.#isStopped) return;
    const line = this.#lineOf(connectionId);
    if (tells === 'unreachable') {
      this.#turn(line, false);
      this.#startProbe(line);
    } else if (!line.reach.isReachable) {
      this.#back(line);
    }
    // What is watched although it answers has to be left alone for a while: that it answers somebody else is no news.
  }

  /** Tests a connection until it answers, although it may be reachable: somebody waits for it by another passing reason. */
  watch(connectionId: string): void {
    if (!this.#isStopped) this.#startProbe(this.#lineOf(connectionId));
  }

  /** Tests every connection that is waited for now, and from then on in short waits again. */
  tryNow(): void {
    for (const { probe } of this.#lines.values()) {
      if (probe === undefined) continue;
      probe.waitMs = firstWaitMs / 2;
      probe.wake.abort();
    }
  }

  /** A connection was removed. */
  forget(connectionId: string): void {
    this.#lines.get(connectionId)?.probe?.end.abort();
    this.#lines.delete(connectionId);
  }

  /** Ends every test. */
  stop(): void {
    this.#isStopped = true;
    for (const { probe } of this.#lines.values()) probe?.end.abort();
  }

  #lineOf(connectionId: string): Line {
    const known = this.#lines.get(connectionId);
    if (known !== undefined) return known;
    const line: Line = { reach: { connectionId, isReachable: true, since: this.#options.now() } };
    this.#lines.set(connectionId, line);
    return line;
  }

  #turn(line: Line, isReachable: boolean): void {
    if (line.reach.isReachable === isReachable) return;
    line.reach = { ...line.reach, isReachable, since: this.#options.now() };
    this.#options.onChange(line.reach);
  }

  #back(line: Line): void {
    const { probe } = line;
    if (probe === undefined) return;
    delete line.probe;
    line.last = { waitMs: probe.waitMs, at: this.#options.now() };
    probe.end.abort();
    this.#turn(line, true);
    this.#options.onBack(line.reach.connectionId);
  }

  #startProbe(line: Line): void {
    if (line.probe !== undefined) return;
    const { last } = line;
    const isSoon = last !== undefined && this.#options.now() - last.at < calmAfterMs;
    const waitMs = isSoon ? Math.min(last.waitMs * 2, longestWaitMs) : firstWaitMs;
    line.probe = { end: new AbortController(), wake: new AbortController(), waitMs };
    void this.#probe(line, line.probe);
  }

  /** Never rejects. */
  async #probe(line: Line, probe: Probe): Promise<void> {
    const { signal } = probe.end;
    for (;;) {
      await this.#options
        .sleep(probe.waitMs, AbortSignal.any([signal, probe.wake.signal]))
        .catch(() => undefined);
      probe.wake = new AbortController();
      if (signal.aborted) return;
      const askedMs = await this.#test(line, signal);
      if (askedMs === undefined) return;
      probe.waitMs = Math.max(Math.min(probe.waitMs * 2, longestWaitMs), askedMs);
    }
  }

  /** Tests once; undefined when it answered, else how long the provider asks to be left alone. */
  async #test(line: Line, signal: AbortSignal): Promise<number | undefined> {
    const { connectionId } = line.reach;
    try {
      const provider = await this.#options.providerOf(connectionId);
      await provider.test(signal);
    } catch (thrown) {
      if (isAppError(thrown) && thrown.code === 'connection/not-found') {
        this.#gone(line);
        return undefined;
      }
      const tells = judgeReach(thrown);
      if (tells !== 'answered') {
        this.note(connectionId, tells);
        return askedWaitOf(thrown);
      }
    }
    this.#back(line);
    return undefined;
  }

  /** A call that ended after its connection was removed has told of it once more. */
  #gone(line: Line): void {
    this.forget(line.reach.connectionId);
    this.#turn(line, true);
  }
}

function askedWaitOf(thrown: unknown): number {
  return isAppError(thrown) ? (thrown.details.retryAfterMs ?? 0) : 0;
}
