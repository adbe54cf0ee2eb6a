import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '#domain/capability';
import {
  blockedBy,
  commonReason,
  formOf,
  judgeForm,
  patchOfVerdict,
  rebaseForm,
  type EditForm,
} from '../../../../../renderer/features/links/editor/edit-form';
import { sampleLink, sampleNow } from '../../../../support/renderer/sample-links';

const context = { capabilities: capabilitiesOf.aps, now: sampleNow };
const day = 86_400_000;

const judge = (link = sampleLink(), part: Partial<EditForm> = {}) =>
  judgeForm(link, { ...formOf(link), ...part }, context);

describe('the edit form', () => {
  it('sends nothing and is clean as it was opened, also for a paid link', () => {
    for (const status of ['open', 'paid', 'closed', 'expired', 'unknown'] as const) {
      expect(judge(sampleLink({ status }))).toEqual({ isDirty: false, changes: [], problems: {} });
    }
  });

  it('sends just the fields that changed', () => {
    const verdict = judge(sampleLink(), { customerName: 'Layla', expiresAt: sampleNow + day });
    expect(patchOfVerdict(verdict)).toEqual({ customerName: 'Layla', expiresAt: sampleNow + day });
  });

  it('reads an amount in the digits of an Arabic keyboard', () => {
    expect(patchOfVerdict(judge(sampleLink(), { amount: '١٬٢٣٤٫٥' }))).toEqual({
      amount: { amountMinor: 1_234_500, currency: 'KWD' },
    });
  });

  it('is clean while the same amount is only written otherwise', () => {
    expect(judge(sampleLink(), { amount: '12.5' })).toEqual({ isDirty: false, changes: [], problems: {} });
  });

  it('sends nothing at all while one field has a problem', () => {
    const verdict = judge(sampleLink(), { amount: '12.3456', customerName: 'Layla' });
    expect(verdict.changes).toEqual([]);
    expect(verdict.problems).toEqual({ amount: { kind: 'amount', problem: 'too-many-decimals' } });
  });

  it.each([
    [{ customerName: 'Shop 9' }, { customerName: { kind: 'symbol', symbol: '9' } }],
    [{ customerName: 'x'.repeat(41) }, { customerName: { kind: 'too-long', max: 40 } }],
    [{ customerName: '' }, { customerName: { kind: 'reason', reason: 'text-empty' } }],
    [{ expiresAt: sampleNow - day }, { expiresAt: { kind: 'reason', reason: 'date-past' } }],
    [{ expiresAt: undefined }, { expiresAt: { kind: 'expiry-missing' } }],
    [{ amount: '' }, { amount: { kind: 'amount', problem: 'empty' } }],
    [{ amount: '0' }, { amount: { kind: 'reason', reason: 'amount-zero' } }],
    [{ amount: '99999999999' }, { amount: { kind: 'reason', reason: 'amount-too-large' } }],
  ] as const)('names what is wrong with %j', (part, problems) => {
    expect(judge(sampleLink(), part).problems).toEqual(problems);
  });

  it('sets a new date in the same call that reopens a closed link', () => {
    const closed = sampleLink({ status: 'closed' });
    expect(patchOfVerdict(judge(closed, { status: 'open', expiresAt: sampleNow + day }))).toEqual({
      status: 'open',
      expiresAt: sampleNow + day,
    });
  });

  it('says why a field is closed, and frees it once the link is to be reopened', () => {
    const link = sampleLink({ status: 'closed' });
    const about = { link, capabilities: capabilitiesOf.aps };
    expect(blockedBy('expiresAt', formOf(link), about)).toBe('closed');
    expect(blockedBy('expiresAt', { ...formOf(link), status: 'open' }, about)).toBeUndefined();
    expect(blockedBy('amount', formOf(link), { link, capabilities: capabilitiesOf.ahrvo })).toBe(
      'not-offered',
    );
  });
});

describe('one reason for the whole form', () => {
  const about = (link = sampleLink()) => ({ link, capabilities: capabilitiesOf.aps });

  it('is told once for a paid link', () => {
    const link = sampleLink({ status: 'paid' });
    expect(commonReason(formOf(link), about(link))).toBe('paid');
  });

  it('is not there while a field is free, as the state of a closed link', () => {
    const link = sampleLink({ status: 'closed' });
    expect(commonReason(formOf(link), about(link))).toBeUndefined();
    expect(commonReason(formOf(sampleLink()), about())).toBeUndefined();
  });
});

describe('carrying unsent changes over to a link that changed', () => {
  it('keeps what the user touched and takes the rest from the link, so that nothing old is sent back', () => {
    const before = sampleLink();
    const after = sampleLink({ amount: { amountMinor: 99_000, currency: 'KWD' } });
    const form = rebaseForm({ ...formOf(before), customerName: 'Layla' }, before, after);
    expect(patchOfVerdict(judgeForm(after, form, context))).toEqual({ customerName: 'Layla' });
    expect(form.amount).toBe('99.000');
  });
});

describe('the edit form of an Ahrvo link', () => {
  const capabilities = capabilitiesOf.ahrvo;
  const link = sampleLink({ tags: 'branch: Salmiya\nteam: two' });
  const judgeAhrvo = (part: Partial<EditForm>) =>
    judgeForm(link, { ...formOf(link), ...part }, { capabilities, now: sampleNow });

  it('sends another reference and other tags', () => {
    expect(patchOfVerdict(judgeAhrvo({ reference: 'INV 7', tags: 'team: three' }))).toEqual({
      reference: 'INV 7',
      tags: 'team: three',
    });
  });

  it('is clean while the same tags are only written otherwise', () => {
    expect(judgeAhrvo({ tags: 'team:two\n\n branch :Salmiya' }).isDirty).toBe(false);
  });

  it('names the line that cannot be a tag', () => {
    expect(judgeAhrvo({ tags: 'team: two\n\nbranch:' }).problems).toEqual({
      tags: { kind: 'tags', problem: 'no-value', line: 3 },
    });
  });

  it('blocks what the provider does not offer and has no reason that is common to all', () => {
    const about = { link, capabilities };
    expect(blockedBy('expiresAt', formOf(link), about)).toBe('not-offered');
    expect(blockedBy('tags', formOf(link), about)).toBeUndefined();
    expect(commonReason(formOf(link), about)).toBeUndefined();
    const expired = sampleLink({ status: 'expired' });
    expect(blockedBy('status', formOf(expired), { link: expired, capabilities })).toBe('expired-final');
  });
});
