import type { AddLinksAnswer } from '#contract/links';
import { AppError, toAppError, type ErrorCode } from '#domain/app-error';
import { looksLikeApsId, parseLinkNames } from '#domain/link-names';
import type { CheckedLink } from '#domain/payment-link';
import type { ProviderId } from '#domain/provider';
import type { LinkName } from '../providers/payment-provider';
import type { TaskContext } from '../tasks/running-tasks';
import { batchSize, checkOverLine, type CheckContext } from './check-batch';
import { ConnectionLines } from './connection-lines';
import type { RefreshOptions } from './refresh-links';

interface Asked {
  readonly connectionId: string;
  readonly provider: ProviderId;
}

/** What became of one name. */
type Found =
  | { readonly kind: 'found'; readonly link: CheckedLink }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** Not asked to the end: cancelled, or the whole connection fails. */
  | { readonly kind: 'given-up' };

interface Tally {
  added: number;
  known: number;
  readonly repeated: string[];
  readonly notFound: string[];
  readonly failed: { readonly name: string; readonly code: ErrorCode }[];
  readonly linkIds: Set<string>;
}

/** APS is asked for what looks like one of its ids by id, for anything else by the merchant's reference. Others know ids alone. */
function nameOf(text: string, provider: ProviderId): LinkName {
  const isId = provider !== 'aps' || looksLikeApsId(text);
  return isId ? { linkId: text, reference: '' } : { linkId: '', reference: text };
}

async function lookUp(
  text: string,
  { connectionId, provider }: Asked,
  context: CheckContext,
): Promise<Found> {
  try {
    return { kind: 'found', link: await checkOverLine(connectionId, nameOf(text, provider), context) };
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code === 'app/cancelled') return { kind: 'given-up' };
    return code === 'provider/link-not-found' ? { kind: 'not-found' } : { kind: 'failed', code };
  }
}

/**
 * Looks up pasted ids or references at a connection's provider and stores what is found, batch by batch. What was stored before a
 * cancel stays. When the whole connection fails, the names that were not asked for are told as failed with that failure.
 */
export async function addLinks(
  { connectionId, text }: { readonly connectionId: string; readonly text: string },
  options: RefreshOptions,
  { signal, report }: TaskContext,
): Promise<AddLinksAnswer> {
  const { store, providers, onChanged } = options;
  const connection = (await store.call('listConnections', {})).find(({ id }) => id === connectionId);
  if (connection === undefined) throw new AppError('connection/not-found');
  const { names, repeated, unusable } = parseLinkNames(text);
  const tally: Tally = {
    ...{ added: 0, known: 0, failed: [], linkIds: new Set() },
    ...{ repeated: [...repeated], notFound: [...unusable] },
  };
  const context = { providers, signal, lines: new ConnectionLines() };
  const asked = { connectionId, provider: connection.provider };
  report(0, names.length);
  try {
    for (let start = 0; start < names.length && !signal.aborted; start += batchSize) {
      const batch = names.slice(start, start + batchSize);
      const found = await Promise.all(batch.map((name) => lookUp(name, asked, context)));
      await keep(batch, found, { tally, asked, context, options });
      report(Math.min(start + batchSize, names.length), names.length);
    }
  } finally {
    onChanged();
  }
  const { linkIds: _, ...answer } = tally;
  return { ...answer, cancelled: signal.aborted };
}

interface Keeping {
  readonly tally: Tally;
  readonly asked: Asked;
  readonly context: CheckContext;
  readonly options: RefreshOptions;
}

/** Stores what a batch found and counts what became of each of its names. */
async function keep(
  names: readonly string[],
  found: readonly Found[],
  { tally, asked: { connectionId }, context, options }: Keeping,
): Promise<void> {
  const links: CheckedLink[] = [];
  const brokenBy = brokenCode(context.lines);
  for (const [index, name] of names.entries()) {
    const one = found[index] ?? { kind: 'given-up' };
    if (one.kind === 'found') {
      // Its id and its reference may both have been pasted.
      if (tally.linkIds.has(one.link.linkId)) tally.repeated.push(name);
      else links.push(one.link);
      tally.linkIds.add(one.link.linkId);
    } else if (one.kind === 'not-found') tally.notFound.push(name);
    else if (one.kind === 'failed') tally.failed.push({ name, code: one.code });
    else if (brokenBy !== undefined) tally.failed.push({ name, code: brokenBy });
  }
  const stored = links.map((link) => ({ ...link, connectionId }));
  const { added } = await options.store.call('upsertLinks', { links: stored, source: 'check' });
  tally.added += added;
  tally.known += links.length - added;
}

function brokenCode(lines: ConnectionLines): ErrorCode | undefined {
  const [broken] = lines.broken();
  return broken === undefined ? undefined : toAppError(broken.reason).code;
}
