import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../main/practice-gateway/faults';
import type { CreateRequest, PaymentProvider } from '../../main/providers/payment-provider';
import type { ProviderSubject } from './provider-subject';
import { failureOf } from './failure-of';

const calm = new AbortController().signal;
let names = 0;

/** What every adapter promises that can make links. */
export function describeCreate(
  { isOffered, command }: { readonly isOffered: boolean; readonly command: FaultRule['command'] },
  parts: () => { readonly subject: ProviderSubject; readonly provider: PaymentProvider },
): void {
  const newRequest = (): CreateRequest => {
    names += 1;
    return { draft: parts().subject.draft(), clientRef: `desk-${String(names)}` };
  };

  describe.runIf(isOffered)('making links', () => {
    it('makes a link and tells all of it', async () => {
      const { subject, provider } = parts();
      const request = newRequest();
      const { reference, amount, expiresAt, orderText } = request.draft;
      const link = await provider.create!(request, calm);
      expect(link).toMatchObject({ status: 'open', reference, amount, orderText });
      expect(link.url).toMatch(/^https:\/\//);
      expect(Math.abs(link.createdAt! - Date.now())).toBeLessThan(10_000);
      // Whole minutes are all that some providers take; nobody has less time than was promised.
      expect(link.expiresAt! - expiresAt).toBeGreaterThan(-1_000);
      expect(link.expiresAt! - expiresAt).toBeLessThan(60_000);
      const { linkId } = link;
      expect(await provider.check({ linkId, reference }, calm)).toMatchObject({
        status: 'open',
        reference,
        amount,
      });
      expect(subject.held(linkId)).toMatchObject({ orderText });
    });

    it('makes amounts in a currency with three decimals to the last fils', async () => {
      const { provider } = parts();
      const request = newRequest();
      const amount = { amountMinor: 1_234_567, currency: 'KWD' };
      const { linkId, reference } = await provider.create!(
        { ...request, draft: { ...request.draft, amount } },
        calm,
      );
      expect((await provider.check({ linkId, reference }, calm)).amount).toEqual(amount);
    });

    it('refuses an expiry that has passed', async () => {
      const { subject, provider } = parts();
      const request = newRequest();
      const before = subject.ids().length;
      const past = { ...request.draft, expiresAt: Date.now() - 60_000 };
      const error = await failureOf(provider.create!({ ...request, draft: past }, calm));
      expect(error.code).toBe('provider/expiry-refused');
      expect(subject.ids()).toHaveLength(before);
    });

    it('sends nothing when the signal has already aborted', async () => {
      const { subject, provider } = parts();
      expect((await failureOf(provider.create!(newRequest(), AbortSignal.abort()))).code).toBe(
        'app/cancelled',
      );
      expect(subject.requests().total).toBe(0);
    });

    it.each([
      ['error5xx', false],
      ['dropBefore', false],
      ['dropAfter', true],
      ['truncatedBody', true],
      ['notJson', true],
      ['appliedButNoAnswer', true],
    ] as const)('is sent once, and what became of it is found after %s', async (fault, isMade) => {
      const { subject, provider } = parts();
      const request = newRequest();
      const since = Date.now();
      await subject.setFaults({ [fault]: { command } });
      const error = await failureOf(subject.connect({ timeoutMs: 150 }).create!(request, calm));
      expect(error.code).toBe('provider/outcome-unknown');
      expect(subject.requests().creates).toBe(1);
      const found = await provider.findCreated!(request, since, calm);
      expect(found?.reference).toBe(isMade ? request.draft.reference : undefined);
      expect(found?.amount).toEqual(isMade ? request.draft.amount : undefined);
    });

    it("is found although this computer's clock was a day ahead when it was sent", async () => {
      const { provider } = parts();
      const request = newRequest();
      const made = await provider.create!(request, calm);
      const since = Date.now() + 24 * 60 * 60_000;
      expect((await provider.findCreated!(request, since, calm))?.linkId).toBe(made.linkId);
    });

    it('does not say that nothing was made when nobody could be asked', async () => {
      const { subject, provider } = parts();
      await subject.setFaults({ error5xx: {} });
      const error = await failureOf(provider.findCreated!(newRequest(), Date.now(), calm));
      expect(error.code).toBe('provider/server-error');
    });
  });
}
