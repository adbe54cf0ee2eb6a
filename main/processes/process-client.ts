import { fromErrorAnswer, toAppError, type ErrorCode } from '#domain/app-error';

import { EventListeners } from './event-listeners';
import { PendingCalls, type CallLimit } from './pending-calls';
import type {
  EventOf,
  InputOf,
  MethodOf,
  NoEvents,
  OutputOf,
  ProcessApi,
  ProcessEvents,
} from './process-api';
import { cancelled, processError, type ProcessFailure } from './process-failure';
import { ProcessKeeper, type KeeperOptions } from './process-keeper';
import type { StartProcess } from './process-link';
import type { ServerMessage } from './process-messages';
import { usualRestarts, type RestartPolicy } from './restart-policy';
import { realTimers, type Timers } from './timers';

export interface CallOptions {
  /**
   * Cancels the call: the serving function's signal is aborted, and the call rejects with `app/cancelled` at once, or with what
   * the function then answers where the client says so.
   */
  readonly signal?: AbortSignal | undefined;
  /** Overrides the limit of the method and of the client. */
  readonly timeoutMs?: CallLimit;
}

export interface ProcessClientOptions<Api extends ProcessApi<Api>> {
  /** Names the process in messages: 'store', 'keychain'. */
  readonly name: string;
  readonly start: StartProcess;
  /** The code of every failure of the process itself; `details.reason` is then a `ProcessFailure`. */
  readonly failureCode: ErrorCode;
  /** The limit of a call, the start of the process included. Passing it ends the process. */
  readonly timeoutMs: CallLimit;
  /** Methods that change something outside: after a cancel, what they answer tells whether it was done all the same. */
  readonly answersCancel?: readonly MethodOf<Api>[];
  readonly methodTimeoutMs?: { readonly [M in MethodOf<Api>]?: CallLimit };
  /** Told when the process ends for any reason, for the log. */
  readonly onEnd?: (failure: ProcessFailure, exitCode: number | null) => void;
  readonly restarts?: RestartPolicy;
  readonly timers?: Timers;
}

export interface ProcessClient<Api extends ProcessApi<Api>, Events extends ProcessEvents = NoEvents> {
  /**
   * Calls a method of the process, which is started if it does not run.
   *
   * A hung native call cannot be cancelled: a call that passes its limit ends the process, and it and all others
   * that wait reject with the failure code. The next call starts a fresh process.
   *
   * @throws AppError: what the function threw, `app/cancelled`, or the failure code.
   */
  readonly call: <M extends MethodOf<Api>>(
    method: M,
    input: InputOf<Api, M>,
    options?: CallOptions,
  ) => Promise<OutputOf<Api, M>>;
  /** Subscribes to an event of the process, over restarts too; answers the unsubscribe function. */
  readonly on: <E extends EventOf<Events>>(event: E, listener: (payload: Events[E]) => void) => () => void;
  /** Lets the process finish its calls and ends it, by force after the grace (2 s). Later calls are refused. */
  readonly stop: (graceMs?: number) => Promise<void>;
}

const STOP_GRACE_MS = 2_000;

/** Makes the parent's side of a process. Nothing is started before the first call. */
export function createProcessClient<Api extends ProcessApi<Api>, Events extends ProcessEvents = NoEvents>(
  options: ProcessClientOptions<Api>,
): ProcessClient<Api, Events> {
  const listeners = new EventListeners();
  const { keeper, pending } = wire(options, listeners);
  const waiting: ReadonlySet<string> = new Set(options.answersCancel);
  const limits: ReadonlyMap<string, CallLimit> = new Map(Object.entries(options.methodTimeoutMs ?? {}));

  const call = async (method: string, input: unknown, callOptions: CallOptions = {}): Promise<unknown> => {
    const { signal, timeoutMs } = callOptions;
    if (signal?.aborted === true) throw cancelled();
    const limit = timeoutMs ?? limits.get(method) ?? options.timeoutMs;
    const answersCancel = waiting.has(method);
    const { id, answer } = pending.open({ limit, signal, answersCancel });
    try {
      keeper.send({ kind: 'call', id, method, input });
    } catch (thrown) {
      pending.settle(id, { ok: false, error: toAppError(thrown) });
    }
    return answer;
  };

  return {
    // The child serves the same Api type, so what it answers to M is the output of M.
    call: call as ProcessClient<Api, Events>['call'],
    // Likewise for events: the payload of E is what the child emitted as E.
    on: (event, listener) => listeners.add(event, listener as (payload: unknown) => void),
    stop: (graceMs = STOP_GRACE_MS) => keeper.stop(graceMs),
  };
}

type WiringOptions = Omit<KeeperOptions, 'timers' | 'restarts' | 'onMessage' | 'onEnd'> &
  Pick<ProcessClientOptions<object>, 'timers' | 'restarts' | 'onEnd'>;

function wire(options: WiringOptions, listeners: EventListeners) {
  const { timers = realTimers, restarts = usualRestarts } = options;
  const pending = new PendingCalls({
    timers,
    onOverdue: () => keeper.end('timeout'),
    onCancel: (id) => keeper.cancel(id),
  });
  const keeper = new ProcessKeeper({
    ...options,
    timers,
    restarts,
    onMessage: (message) => receive(message, pending, listeners),
    onEnd: (failure, exitCode) => {
      pending.failAll(processError(options, failure));
      options.onEnd?.(failure, exitCode);
    },
  });
  return { pending, keeper };
}

function receive(message: ServerMessage, pending: PendingCalls, listeners: EventListeners): void {
  switch (message.kind) {
    case 'ready':
      break;
    case 'answer':
      pending.settle(message.id, { ok: true, value: message.value });
      break;
    case 'failure': {
      const cause = message.trace === undefined ? undefined : new Error(message.trace);
      pending.settle(message.id, { ok: false, error: fromErrorAnswer(message.error, cause) });
      break;
    }
    case 'event':
      listeners.tell(message.event, message.payload);
  }
}
