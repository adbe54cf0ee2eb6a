/**
 * The methods a process answers, as a map `{ method: (input: I) => O }` that both sides share.
 *
 * Inputs, outputs and event payloads are structured-cloneable plain data. The constraint refers to itself so that an
 * `interface` without an index signature fits.
 */
export type ProcessApi<Api> = { readonly [M in keyof Api]: (input: never) => unknown };

export type MethodOf<Api> = keyof Api & string;

/** What a method takes; `undefined` for a method without a parameter. */
export type InputOf<Api extends ProcessApi<Api>, M extends MethodOf<Api>> = Parameters<Api[M]>[0];

export type OutputOf<Api extends ProcessApi<Api>, M extends MethodOf<Api>> = Awaited<ReturnType<Api[M]>>;

/** Events a process may send on its own, as a map `{ event: Payload }`. */
export type ProcessEvents = object;

/** A process that sends no events. */
export type NoEvents = Record<never, never>;

export type EventOf<Events extends ProcessEvents> = keyof Events & string;

/** What the serving side hands to a method beside its input. */
export interface CallContext<Events extends ProcessEvents = NoEvents> {
  /** Aborted when the caller cancels this call, and when the process is asked to stop. */
  readonly signal: AbortSignal;
  readonly emit: <E extends EventOf<Events>>(event: E, payload: Events[E]) => void;
}

/** The serving side's functions for an api: the same map, with a context and possibly asynchronous. */
export type ServedApi<Api extends ProcessApi<Api>, Events extends ProcessEvents = NoEvents> = {
  readonly [M in MethodOf<Api>]: (
    input: InputOf<Api, M>,
    context: CallContext<Events>,
  ) => OutputOf<Api, M> | Promise<OutputOf<Api, M>>;
};
