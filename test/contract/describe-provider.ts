import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentProvider } from '../../main/providers/payment-provider';
import { describeCreate } from './describe-create';
import { describeList } from './describe-list';
import { failureOf } from './failure-of';
import type { ProviderSubject, ProviderTraits } from './provider-subject';

const day = 86_400_000;
const calm = new AbortController().signal;
const inTenDays = () => Math.floor(Date.now() / 1000) * 1000 + 10 * day;

/** What every provider adapter promises, checked against the other side of its wire. */
export function describeProvider(
  name: string,
  traits: ProviderTraits,
  startSubject: () => Promise<ProviderSubject>,
): void {
  const { capabilities, commands } = traits;
  const { edit } = capabilities;
  describe(name, () => {
    let subject: ProviderSubject;
    let provider: PaymentProvider;

    beforeAll(async () => {
      subject = await startSubject();
    });
    beforeEach(async () => {
      await subject.setFaults({});
      subject.forgetRequests();
      provider = subject.connect();
    });
    afterAll(() => subject.stop());

    describe('reading a link', () => {
      it.each(['open', 'expired', 'paid', 'closed'] as const)(
        'tells of a link that is %s',
        async (status) => {
          const held = subject.take({ status });
          const link = await provider.check(held, calm);
          expect(link).toMatchObject({
            linkId: held.linkId,
            reference: held.reference,
            status,
            amount: { amountMinor: held.amountMinor, currency: held.currency },
            expiresAt: held.expiresAt,
          });
          expect(Math.abs(Date.now() - link.checkedAt)).toBeLessThan(10_000);
        },
      );

      it('says what it can do', () => {
        expect(provider.capabilities).toBe(capabilities);
        expect({ list: provider.list !== undefined, create: provider.create !== undefined }).toEqual({
          list: capabilities.list,
          create: capabilities.create,
        });
      });

      it('finds a link by its id when the reference is not known', async () => {
        const held = subject.take({ status: 'open' });
        const link = await provider.check({ linkId: held.linkId, reference: '' }, calm);
        expect(link.reference).toBe(held.reference);
      });

      it('says that a link does not exist, with the provider’s own code and text', async () => {
        const error = await failureOf(provider.check(traits.unknownLink, calm));
        expect(error.code).toBe('provider/link-not-found');
        expect(error.details.provider).toEqual(traits.notFound);
        expect(error.details.reason).toBeUndefined();
      });
    });

    describe('changing a link', () => {
      it('says what the provider answered, with the customer’s link', async () => {
        const held = subject.take({ status: 'open' });
        const receipt = await provider.update(held, { status: 'closed' }, calm);
        expect(receipt.provider.code).toBe(traits.updated);
        expect(receipt.url).toMatch(/^https:\/\//);
      });

      it.runIf(edit.expiresAt).each(['Asia/Kuwait', 'America/St_Johns', 'UTC'])(
        'moves the expiry to the same instant when it is written in %s',
        async (zone) => {
          const held = subject.take({ status: 'expired' });
          const expiresAt = inTenDays();
          await subject.connect({ zone }).update(held, { expiresAt }, calm);
          expect(await provider.check(held, calm)).toMatchObject({ expiresAt, status: 'open' });
        },
      );

      it.runIf(edit.amount)(
        'changes an amount in a currency with three decimals to the last fils',
        async () => {
          const held = subject.take({ status: 'open', currency: 'KWD' });
          const amount = { amountMinor: 1_234_567, currency: 'KWD' };
          await provider.update(held, { amount }, calm);
          expect((await provider.check(held, calm)).amount).toEqual(amount);
        },
      );

      it.runIf(edit.amount)('refuses another currency than the link has', async () => {
        const held = subject.take({ status: 'open', currency: 'KWD' });
        const error = await failureOf(
          provider.update(held, { amount: { amountMinor: 5000, currency: 'USD' } }, calm),
        );
        expect(error.code).toBe('provider/currency-refused');
        expect(subject.held(held.linkId).amountMinor).toBe(held.amountMinor);
      });

      it.runIf(edit.customerName).each(["Siobhán O'Brien", 'أحمد العنزي'])(
        'sends the customer name %s unharmed',
        async (customerName) => {
          const held = subject.take({ status: 'open' });
          await provider.update(held, { customerName, orderText: "Men's watch #204" }, calm);
          expect(subject.held(held.linkId)).toMatchObject({ customerName, orderText: "Men's watch #204" });
        },
      );

      it.runIf(edit.customerName)('trims a text before it is signed and sent', async () => {
        const held = subject.take({ status: 'open' });
        await provider.update(held, { customerName: '  Noura Haddad ' }, calm);
        expect(subject.held(held.linkId).customerName).toBe('Noura Haddad');
      });

      it.runIf(edit.customerName)('refuses an emptied text instead of dropping it silently', async () => {
        const held = subject.take({ status: 'open' });
        const error = await failureOf(provider.update(held, { customerName: ' ' }, calm));
        expect(error).toMatchObject({ code: 'provider/refused', details: { field: 'customerName' } });
        expect(subject.requests().total).toBe(0);
      });

      const newTags = 'team: الكويت\nurl: https://example.com/?a=b:c';
      it.runIf(edit.reference && edit.tags)('changes the label and all tags of a link', async () => {
        const held = subject.take({ status: 'open' });
        await provider.update(held, { reference: 'فاتورة 12/7 "نهائية"', tags: newTags }, calm);
        const link = await provider.check(held, calm);
        expect(link).toMatchObject({ reference: 'فاتورة 12/7 "نهائية"', tags: newTags, status: 'open' });
        await provider.update(held, { tags: '' }, calm);
        expect((await provider.check(held, calm)).tags).toBe('');
      });

      const refusedFields = [
        { expiresAt: 4_000_000_000_000 },
        { amount: { amountMinor: 100, currency: 'USD' } },
        { customerName: 'Noura' },
        { orderText: 'Watch' },
      ] as const;
      it.each(refusedFields.filter((patch) => !edit[Object.keys(patch)[0] as keyof typeof edit]))(
        'sends nothing for what the provider does not change: %o',
        async (patch) => {
          const held = subject.take({ status: 'open' });
          const error = await failureOf(provider.update(held, { status: 'closed', ...patch }, calm));
          expect(error).toMatchObject({
            code: 'provider/refused',
            details: { field: Object.keys(patch)[0] },
          });
          expect(subject.requests().total).toBe(0);
        },
      );

      it('closes a link and opens it again', async () => {
        const held = subject.take({ status: 'open' });
        await provider.update(held, { status: 'closed' }, calm);
        expect((await provider.check(held, calm)).status).toBe('closed');
        await provider.update(held, { status: 'open' }, calm);
        expect((await provider.check(held, calm)).status).toBe('open');
      });

      it('does not change a paid link', async () => {
        const held = subject.take({ status: 'paid' });
        const error = await failureOf(provider.update(held, { status: 'closed' }, calm));
        expect(error.code).toBe(traits.paidRefusal);
        expect(subject.held(held.linkId)).toEqual(held);
      });

      it.runIf(edit.expiresAt)('reports a date in the past as a refused expiry', async () => {
        const held = subject.take({ status: 'open' });
        const error = await failureOf(provider.update(held, { expiresAt: Date.now() - day }, calm));
        expect(error.code).toBe('provider/expiry-refused');
      });

      it('accepts a success that repeats the old status, because only a check tells what the link is now', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ staleEcho: {} });
        await provider.update(held, { status: 'closed' }, calm);
        expect((await provider.check(held, calm)).status).toBe('closed');
      });
    });

    describe('testing a connection', () => {
      it('passes with the right credentials and changes nothing', async () => {
        const result = await provider.test(calm);
        expect(result.provider.code).toBe(traits.tested);
        expect(result.latencyMs).toBeGreaterThanOrEqual(0);
        expect(subject.requests()).toMatchObject({ total: 1, updates: 0 });
      });

      it.each(traits.wrongAccounts)('tells %s apart from other failures', async (_, options, code) => {
        expect((await failureOf(subject.connect(options).test(calm))).code).toBe(code);
      });
    });

    describeList(capabilities.list, () => ({ subject, provider }));
    describeCreate({ isOffered: capabilities.create, command: commands.create }, () => ({
      subject,
      provider,
    }));

    describe('trouble on the way', () => {
      it('repeats a read after server errors', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ error5xx: { next: 2 } });
        expect((await provider.check(held, calm)).linkId).toBe(held.linkId);
        expect(subject.requests().checks).toBe(3);
      });

      it.each(['dropBefore', 'dropAfter', 'truncatedBody'] as const)(
        'repeats a read after %s',
        async (fault) => {
          const held = subject.take({ status: 'open' });
          await subject.setFaults({ [fault]: { next: 1 } });
          expect((await provider.check(held, calm)).linkId).toBe(held.linkId);
          expect(subject.requests().checks).toBe(2);
        },
      );

      it('gives up a read that stays without an answer', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ appliedButNoAnswer: {} });
        const error = await failureOf(subject.connect({ timeoutMs: 60 }).check(held, calm));
        expect(error.code).toBe('provider/timeout');
        expect(error.retryable).toBe(true);
      });

      it('does not repeat a read whose answer is a web page', async () => {
        await subject.setFaults({ notJson: {} });
        const error = await failureOf(provider.check(subject.take({ status: 'open' }), calm));
        expect(error.code).toBe('provider/answer-unreadable');
        expect(subject.requests().checks).toBe(1);
      });

      it.each([
        ['error5xx', false],
        ['dropBefore', false],
        ['dropAfter', true],
        ['truncatedBody', true],
        ['notJson', true],
        ['appliedButNoAnswer', true],
      ] as const)('sends an update once and calls its outcome unknown after %s', async (fault, applied) => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ [fault]: { command: commands.write } });
        const error = await failureOf(
          subject.connect({ timeoutMs: 150 }).update(held, { status: 'closed' }, calm),
        );
        expect(error.code).toBe('provider/outcome-unknown');
        expect(subject.requests().updates).toBe(1);
        expect((await provider.check(held, calm)).status).toBe(applied ? 'closed' : 'open');
      });

      it('waits as long as 429 asks and then sends an update again, because nothing was done', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ tooManyRequests: { next: 1, retryAfter: '1' } });
        const startedAt = performance.now();
        await provider.update(held, { status: 'closed' }, calm);
        expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
        expect(subject.requests().updates).toBe(2);
      });

      it('leaves a long wait to the caller, with its length', async () => {
        await subject.setFaults({ tooManyRequests: { retryAfter: '3600' } });
        const error = await failureOf(provider.check(subject.take({ status: 'open' }), calm));
        expect(error).toMatchObject({
          code: 'provider/rate-limited',
          details: { retryAfterMs: 3_600_000 },
        });
      });

      it('calls an update that never left unreachable, not unknown', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ offline: {} });
        // The first failure uses up connections kept from before, on which a request might still have left.
        expect((await failureOf(provider.check(held, calm))).code).toBe('provider/unreachable');
        const error = await failureOf(provider.update(held, { status: 'closed' }, calm));
        expect(error).toMatchObject({ code: 'provider/unreachable', details: { reason: 'not-sent' } });
      });

      it('sends an update again once the provider can be reached', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ offline: { ms: 40 } });
        await provider.update(held, { status: 'closed' }, calm);
        expect(subject.requests().updates).toBe(1);
        expect(subject.held(held.linkId).isClosed).toBe(true);
      });
    });

    describe('giving up', () => {
      it('sends nothing when the signal has already aborted', async () => {
        const held = subject.take({ status: 'open' });
        const error = await failureOf(provider.update(held, { status: 'closed' }, AbortSignal.abort()));
        expect(error.code).toBe('app/cancelled');
        expect(subject.requests().total).toBe(0);
      });

      it('cancels a read under way', async () => {
        await subject.setFaults({ latency: { ms: 2_000 } });
        const error = await failureOf(
          provider.check(subject.take({ status: 'open' }), AbortSignal.timeout(50)),
        );
        expect(error.code).toBe('app/cancelled');
      });

      it('carries an update under way to its answer, whoever gives up', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ latency: { ms: 300 } });
        await provider.update(held, { status: 'closed' }, AbortSignal.timeout(50));
        expect(subject.held(held.linkId).isClosed).toBe(true);
      });

      it('keeps no more requests under way than the connection allows', async () => {
        const held = subject.take({ status: 'open' });
        await subject.setFaults({ latency: { ms: 15 } });
        await Promise.all(Array.from({ length: 12 }, () => provider.check(held, calm)));
        expect(subject.requests()).toMatchObject({ checks: 12, mostAtOnce: traits.readsAtOnce });
      });
    });
  });
}
