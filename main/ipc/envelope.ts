import { AppError, toAppError, toErrorAnswer, type ErrorAnswer } from '#domain/app-error';
import { contract, type Envelope, type InputOf, type OutputOf } from '#contract/contract';
import type { ServedName } from '#contract/names';

/** What runs behind a channel, once its input has been parsed. */
export type Handler<N extends ServedName> = (input: InputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;

/** Binds a handler to its channel. */
export type Serve = <N extends ServedName>(name: N, run: Handler<N>) => void;

export interface EnvelopeContext {
  readonly newId: () => string;
  /** Told of every failure with the full detail, which stays in main. */
  readonly onFailure: (channel: string, answer: ErrorAnswer, thrown: unknown) => void;
}

/** Where a parse broke, as `field.sub`; the offending value itself may be a secret and is left out. */
function brokenField(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return issues[0]?.path.map(String).join('.') ?? '';
}

/** Answers one call: sender, then input, then the handler, and always an envelope, never a throw. */
export async function answerCall<N extends ServedName>(
  call: { readonly name: N; readonly raw: unknown; readonly isTrusted: boolean },
  run: Handler<N>,
  context: EnvelopeContext,
): Promise<Envelope<OutputOf<N>>> {
  const refuse = (thrown: unknown): Envelope<OutputOf<N>> => {
    const answer = toErrorAnswer(toAppError(thrown), context.newId());
    context.onFailure(call.name, answer, thrown);
    return { ok: false, error: answer };
  };
  if (!call.isTrusted) return refuse(new AppError('ipc/untrusted-sender'));
  const parsed = contract[call.name].input.safeParse(call.raw);
  if (!parsed.success) {
    return refuse(new AppError('ipc/bad-request', { field: brokenField(parsed.error.issues) }));
  }
  try {
    // The schema of this very channel has just produced it.
    return { ok: true, value: await run(parsed.data as InputOf<N>) };
  } catch (thrown) {
    return refuse(thrown);
  }
}
