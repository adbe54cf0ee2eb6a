import { describe, expect, it } from 'vitest';
import type { PaymentProvider } from '../../main/providers/payment-provider';
import type { ProviderSubject } from './provider-subject';
import { failureOf } from './failure-of';
import { readList } from './read-list';

const calm = new AbortController().signal;
const minute = 60_000;

/** What every adapter promises that can list links. */
export function describeList(
  isOffered: boolean,
  parts: () => { readonly subject: ProviderSubject; readonly provider: PaymentProvider },
): void {
  describe.runIf(isOffered)('listing links', () => {
    it('reads every link of the account once, and comes to the end', async () => {
      const { subject, provider } = parts();
      const { links, end, outside, rejected } = await readList(() => provider);
      expect([...links.keys()].sort()).toEqual([...subject.ids()].sort());
      expect({ end, outside, rejected }).toEqual({ end: 'end', outside: 0, rejected: 0 });
    });

    it('goes on from a stored position with a new connection at every page', async () => {
      const { subject } = parts();
      const { links, end } = await readList(() => subject.connect());
      expect(links.size).toBe(subject.ids().length);
      expect(end).toBe('end');
    });

    it('tells of a link in a list what it tells of it alone', async () => {
      const { subject, provider } = parts();
      const held = subject.take({ status: 'open' });
      const { links } = await readList(() => provider);
      const { checkedAt: _, ...listed } = links.get(held.linkId)!;
      expect(await provider.check(held, calm)).toMatchObject(listed);
    });

    it('asks for what changed since a moment only', async () => {
      const { subject, provider } = parts();
      const held = subject.take({ status: 'open' });
      await provider.update(held, { status: 'closed' }, calm);
      const { links, outside } = await readList(() => provider, { updatedSince: Date.now() - minute });
      expect(links.get(held.linkId)?.status).toBe('closed');
      expect(links.size).toBeLessThan(subject.ids().length);
      expect(outside).toBe(0);
    });

    it('notices that the provider passes over the question', async () => {
      const { subject, provider } = parts();
      await subject.setFaults({ ignoresFilters: {} });
      const page = await provider.list!({ updatedSince: Date.now() - minute }, undefined, calm);
      expect(page.outside).toBeGreaterThan(0);
      expect(page.links.length).toBeGreaterThanOrEqual(page.outside);
    });

    it('tells the provider’s clock', async () => {
      const page = await parts().provider.list!({}, undefined, calm);
      expect(Math.abs(Date.now() - page.servedAt!)).toBeLessThan(5_000);
    });

    it.each(['dropBefore', 'dropAfter', 'truncatedBody', 'error5xx'] as const)(
      'reads a page again after %s',
      async (fault) => {
        const { subject, provider } = parts();
        await subject.setFaults({ [fault]: { next: 1 } });
        expect((await provider.list!({}, undefined, calm)).links.length).toBeGreaterThan(0);
        expect(subject.requests().total).toBe(2);
      },
    );

    it('waits as long as 429 asks', async () => {
      const { subject, provider } = parts();
      await subject.setFaults({ tooManyRequests: { next: 1, retryAfter: '1' } });
      const startedAt = performance.now();
      await provider.list!({}, undefined, calm);
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
    });

    it('is cancelled in the middle of a page', async () => {
      const { subject, provider } = parts();
      await subject.setFaults({ latency: { ms: 2_000 } });
      const error = await failureOf(provider.list!({}, undefined, AbortSignal.timeout(50)));
      expect(error.code).toBe('app/cancelled');
    });

    it('does not take a web page for an empty list', async () => {
      const { subject, provider } = parts();
      await subject.setFaults({ notJson: {} });
      const error = await failureOf(provider.list!({}, undefined, calm));
      expect(error.code).toBe('provider/answer-unreadable');
    });
  });
}
