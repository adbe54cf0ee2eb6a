import { AppError } from '#domain/app-error';
import type { CheckedLink } from '#domain/payment-link';
import type { CreateRequest, ListStep, PaymentProvider } from '../payment-provider';
import { start, toPlace, toPosition } from './place';
import type { ReadPage } from './read-page';
import { clientRefTag, type ListFilter } from './requests';

/** A workstation's clock may be a day and a time zone ahead of the provider's: too narrow, and a link that is there is not found. */
const slackMs = 48 * 60 * 60_000;

/** Ten thousand links: more were made since then, or the provider knows no `created_at.gte`. */
const mostPages = 100;

function isOf({ clientRef }: CreateRequest, { tags = '' }: CheckedLink): boolean {
  return tags.split('\n').includes(`${clientRefTag}: ${clientRef}`);
}

/** Looks for the link that carries a request's name, among those made since, or up to two days before by this clock. */
export function createFindCreated(
  { merchantId }: { readonly merchantId?: string | undefined },
  readPage: ReadPage,
): NonNullable<PaymentProvider['findCreated']> {
  return async (request, since, signal) => {
    const filter: ListFilter = { merchantId, createdSince: since - slackMs };
    const met = new Set<string>();
    let step: ListStep = { kind: 'on', position: toPosition(start) };
    for (let pages = 0; step.kind === 'on' && pages < mostPages; pages += 1) {
      const { links, next } = await readPage(filter, toPlace(step.position), signal);
      const found = links.find((link) => isOf(request, link));
      if (found !== undefined) return found;
      const isAllMet = links.every(({ linkId }) => met.has(linkId));
      for (const { linkId } of links) met.add(linkId);
      step = isAllMet ? next.ifAllMet : next.ifNew;
    }
    if (step.kind === 'end') return undefined;
    // "There is none" would have it made a second time.
    throw new AppError('provider/outcome-unknown', { reason: 'list-not-searched' });
  };
}
