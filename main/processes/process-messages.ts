import type { ErrorAnswer } from '#domain/app-error';

/** What the parent sends. */
export type ClientMessage =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'stop' };

/** What the child sends. A failure's `trace` is the text of what was thrown, for the parent's log. */
export type ServerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: ErrorAnswer; readonly trace?: string }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown };

/** Reads a message from the parent; undefined for anything that is not one. */
export function readClientMessage(message: unknown): ClientMessage | undefined {
  if (!isRecord(message)) return undefined;
  const { kind, id, method, input } = message;
  if (kind === 'stop') return { kind };
  if (typeof id !== 'number') return undefined;
  if (kind === 'cancel') return { kind, id };
  if (kind === 'call' && typeof method === 'string') return { kind, id, method, input };
  return undefined;
}

/** Reads a message from the child; undefined for anything that is not one, such as a tool's own chatter. */
export function readServerMessage(message: unknown): ServerMessage | undefined {
  if (!isRecord(message)) return undefined;
  const { kind, id, value, event, payload, error, trace } = message;
  if (kind === 'ready') return { kind };
  if (kind === 'event' && typeof event === 'string') return { kind, event, payload };
  if (typeof id !== 'number') return undefined;
  if (kind === 'answer') return { kind, id, value };
  if (kind === 'failure' && isErrorAnswer(error)) {
    return { kind, id, error, ...(typeof trace === 'string' ? { trace } : {}) };
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The child is our own bundle of the same build, so its code is taken as one of the closed list. */
function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return isRecord(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string';
}
