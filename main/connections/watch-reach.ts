import { isAppError } from '#domain/app-error';
import type { PaymentProvider } from '../providers/payment-provider';

/** What a call tells about its provider: it answered, it could not be reached, or neither is certain. */
export type CallTells = 'answered' | 'unreachable' | 'nothing';

/** What a failed call tells. A web page in a provider's place is no answer of the provider. */
export function judgeReach(thrown: unknown): CallTells {
  if (!isAppError(thrown)) return 'nothing';
  const { code, details } = thrown;
  if (code === 'provider/unreachable' || code === 'provider/timeout') return 'unreachable';
  if (code === 'provider/signature-rejected' || code === 'provider/credentials-rejected') return 'answered';
  const isGenuine = details.provider !== undefined && details.reason === undefined;
  return isGenuine ? 'answered' : 'nothing';
}

/** The same provider, with a word about every call's outcome. */
export function watchReach(provider: PaymentProvider, note: (tells: CallTells) => void): PaymentProvider {
  async function noting<T>(call: Promise<T>): Promise<T> {
    try {
      const answer = await call;
      note('answered');
      return answer;
    } catch (thrown) {
      note(judgeReach(thrown));
      throw thrown;
    }
  }
  const { list, create, findCreated } = provider;
  return {
    ...(list && { list: (ask, position, signal) => noting(list(ask, position, signal)) }),
    ...(create && { create: (request, signal) => noting(create(request, signal)) }),
    ...(findCreated && {
      findCreated: (request, since, signal) => noting(findCreated(request, since, signal)),
    }),
    capabilities: provider.capabilities,
    maxInFlight: provider.maxInFlight,
    check: (name, signal) => noting(provider.check(name, signal)),
    update: (name, patch, signal) => noting(provider.update(name, patch, signal)),
    test: (signal) => noting(provider.test(signal)),
  };
}
