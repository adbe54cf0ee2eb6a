import { describe, expect, it } from 'vitest';
import { linkDraftSchema } from '#contract/links';
import {
  currenciesFor,
  emptyCreateForm,
  judgeCreate,
  type CreateForm,
} from '../../../../../renderer/features/adding/create-form';
import { sampleAhrvo, sampleAps, sampleNow } from '../../../../support/renderer/sample-links';

const filled: CreateForm = {
  ...emptyCreateForm('KWD', sampleNow + 86_400_000),
  reference: ' INV-1 ',
  amount: '12.5',
  customerEmail: 'sara@example.com',
};
const at = (form: Partial<CreateForm>, connection: typeof sampleAps | typeof sampleAhrvo = sampleAps) =>
  judgeCreate({ ...filled, ...form }, { connection, now: sampleNow });

describe('the form of a new link', () => {
  it('makes a draft that the contract accepts, without empty texts', () => {
    const { draft, problems } = at({});
    expect(problems).toEqual({});
    expect(linkDraftSchema.parse(draft)).toEqual({
      reference: 'INV-1',
      amount: { amountMinor: 12_500, currency: 'KWD' },
      expiresAt: sampleNow + 86_400_000,
      customerEmail: 'sara@example.com',
    });
  });

  it('asks each provider’s fields only', () => {
    expect(at({ customerEmail: '' }).problems).toHaveProperty('customerEmail');
    expect(at({ customerEmail: '', reference: 'Two words' }, sampleAhrvo).draft).toMatchObject({
      reference: 'Two words',
    });
  });

  it.each([
    [{ reference: '' }, 'reference', { kind: 'draft', problem: 'required' }],
    [{ reference: 'a b' }, 'reference', { kind: 'draft', problem: 'symbol' }],
    [{ amount: '' }, 'amount', { kind: 'draft', problem: 'required' }],
    [{ amount: '0' }, 'amount', { kind: 'draft', problem: 'amount-zero' }],
    [{ amount: '1.2345' }, 'amount', { kind: 'amount', problem: 'too-many-decimals' }],
    [{ expiresAt: undefined }, 'expiresAt', { kind: 'draft', problem: 'required' }],
    [{ expiresAt: sampleNow }, 'expiresAt', { kind: 'draft', problem: 'date-past' }],
    [{ customerEmail: 'sara' }, 'customerEmail', { kind: 'draft', problem: 'not-an-email' }],
  ] as const)('refuses %j', (part, field, problem) => {
    const { draft, problems } = at(part);
    expect(draft).toBeUndefined();
    expect(problems[field]).toEqual(problem);
  });

  it('offers the currencies of the links first, each once', () => {
    const offered = currenciesFor(['', 'USD', 'CAD']);
    expect(offered.slice(0, 3)).toEqual(['USD', 'CAD', 'KWD']);
    expect(new Set(offered).size).toBe(offered.length);
  });
});
