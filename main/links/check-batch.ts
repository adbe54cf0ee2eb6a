import { AppError, toAppError } from '#domain/app-error';
import type { CheckedLink } from '#domain/payment-link';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { LinkName } from '../providers/payment-provider';
import type { ConnectionLines } from './connection-lines';

/** Enough to keep every connection's throttle busy, small enough that a cancel loses little. */
export const batchSize = 50;

export interface CheckContext {
  readonly providers: ProviderRegistry;
  readonly signal: AbortSignal;
  readonly lines: ConnectionLines;
}

/**
 * Asks a connection's provider about one link. What is wrong with the whole connection breaks its line: from then on nothing is
 * asked over it, and `app/cancelled` is thrown.
 */
export async function checkOverLine(
  connectionId: string,
  name: LinkName,
  { providers, signal, lines }: CheckContext,
): Promise<CheckedLink> {
  const line = lines.signalOf(connectionId);
  if (line.aborted) throw new AppError('app/cancelled');
  try {
    const provider = await providers.of(connectionId);
    const checked = await provider.check(name, AbortSignal.any([signal, line]));
    lines.wentThrough(connectionId);
    return checked;
  } catch (thrown) {
    const error = toAppError(thrown);
    // Given up from our side: it says nothing about the connection.
    if (error.code !== 'app/cancelled') lines.failed(connectionId, error);
    throw error;
  }
}
