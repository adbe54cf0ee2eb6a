import type { CheckedLink } from '#domain/payment-link';
import type { ListAsk, ListStep, PaymentProvider } from '../../main/providers/payment-provider';

/** What a reading of a list came to. */
export interface ListReading {
  /** Every link once, as it was told last. */
  readonly links: ReadonlyMap<string, CheckedLink>;
  readonly end: 'end' | 'incomplete' | 'endless';
  readonly pages: number;
  readonly outside: number;
  readonly rejected: number;
  readonly totals: readonly (number | undefined)[];
}

const calm = new AbortController().signal;

/** Reads a list to its end as a sync does: positions pass through JSON, and a page decides by what it brought. */
export async function readList(
  connect: () => Pick<PaymentProvider, 'list'>,
  ask: ListAsk = {},
  mostPages = 500,
): Promise<ListReading> {
  const links = new Map<string, CheckedLink>();
  const totals: (number | undefined)[] = [];
  let [outside, rejected, pages] = [0, 0, 0];
  let step: ListStep = { kind: 'on', position: {} };
  for (; step.kind === 'on' && pages < mostPages; pages += 1) {
    const stored: unknown = JSON.parse(JSON.stringify(step.position));
    const position = pages === 0 ? undefined : (stored as typeof step.position);
    const page = await connect().list!(ask, position, calm);
    const isNew = page.links.some(({ linkId }) => !links.has(linkId));
    for (const link of page.links) links.set(link.linkId, link);
    outside += page.outside;
    rejected += page.rejected.length;
    totals.push(page.total);
    step = isNew ? page.next.ifNew : page.next.ifAllMet;
  }
  return { links, end: step.kind === 'on' ? 'endless' : step.kind, pages, outside, rejected, totals };
}
