import { cancelledError, toProviderError } from './http-error';
import { judgeRetry, type RetryPolicy, type RetryVerdict } from './judge-retry';
import type { Outcome } from './outcome';
import { sendRequest, type HttpRequest, type Transport } from './send-request';
import type { Sleep } from './sleep';
import type { Throttle } from './throttle';

/** Everything that stands between a provider's request and its answer. */
export interface CourierParts extends Transport {
  readonly url: string;
  readonly throttle: Throttle;
  readonly policy: RetryPolicy;
  readonly random: () => number;
  readonly sleep: Sleep;
}

export interface Letter extends Omit<HttpRequest, 'url'> {
  /** Follows the courier's address. */
  readonly path?: string;
  /** A write is repeated only while it certainly was not received. */
  readonly isWrite: boolean;
}

interface Try {
  readonly outcome: Outcome;
  readonly verdict: RetryVerdict;
}

async function tryOnce(
  parts: CourierParts,
  letter: Letter & { readonly number: number },
  signal: AbortSignal,
): Promise<Try> {
  const { path = '', ...request } = letter;
  const outcome = await sendRequest(parts, { ...request, url: `${parts.url}${path}` }, signal);
  const verdict = judgeRetry(outcome, { ...letter, draw: parts.random() }, parts.policy);
  // While this try still holds its place: otherwise the next in line would run into the same refusal.
  if (verdict.again && outcome.kind === 'rate-limited') parts.throttle.pause(verdict.afterMs);
  return { outcome, verdict };
}

const never = new AbortController().signal;

/** An answer: its parsed JSON, which nobody has looked at yet. */
export type Answered = Extract<Outcome, { kind: 'answered' }>;

/**
 * Carries one request to its answer: in turn, with a time limit for each try, repeated where `judgeRetry` says so. Throws AppError as `toProviderError` words it,
 * or `app/cancelled` when it was given up before it could have been received: a read at any time, a write only between two
 * tries.
 */
export async function carry(parts: CourierParts, letter: Letter, signal: AbortSignal): Promise<Answered> {
  // A write under way is not torn down: its outcome would be unknown for no gain. Its time limit ends it.
  const untilAnswered = letter.isWrite ? never : signal;
  for (let number = 1; ; number += 1) {
    const { outcome, verdict } = await parts.throttle.run(
      () => tryOnce(parts, { ...letter, number }, untilAnswered),
      // Nor does it lose its first turn: whoever wrote down that it is sent has told the truth.
      number === 1 ? untilAnswered : signal,
    );
    if (outcome.kind === 'answered') return outcome;
    if (!verdict.again) throw toProviderError(outcome, letter.isWrite);
    await parts.sleep(verdict.afterMs, signal).catch((thrown: unknown) => {
      throw signal.aborted ? cancelledError() : thrown;
    });
  }
}

/** `carry`, for who needs the answer's body only. */
export async function deliver(parts: CourierParts, letter: Letter, signal: AbortSignal): Promise<unknown> {
  return (await carry(parts, letter, signal)).body;
}
