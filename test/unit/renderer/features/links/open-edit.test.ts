import { describe, expect, it } from 'vitest';
import { capabilitiesOf } from '#domain/capability';
import {
  isAlreadySo,
  patchedFields,
  refusalOf,
} from '../../../../../renderer/features/links/editor/open-edit';
import { sampleEdit, sampleLink, sampleNow } from '../../../../support/renderer/sample-links';

const dayMs = 86_400_000;
const theirs = sampleLink({ expiresAt: sampleNow + 9 * dayMs });
const edit = sampleEdit({
  state: 'conflict',
  patch: { expiresAt: sampleNow + 30 * dayMs, customerName: 'Layla' },
});
const about = (link = theirs) => ({ link, capabilities: capabilitiesOf.aps, now: sampleNow });

describe('decisions about a conflict', () => {
  it('are about the fields of the patch, in the order of the form', () => {
    expect(patchedFields(edit)).toEqual(['expiresAt', 'customerName']);
  });

  it('are refused beforehand with the reason when the link no longer allows them', () => {
    const paid = about(sampleLink({ status: 'paid' }));
    expect(refusalOf(edit, { keep: 'mine' }, paid)).toBe('paid');
    expect(refusalOf(edit, { keep: 'theirs' }, paid)).toBeUndefined();
    const late = { ...about(), now: sampleNow + 31 * dayMs };
    expect(refusalOf(edit, { keep: 'mine' }, late)).toBe('date-past');
    expect(refusalOf(edit, { keep: 'fields', mine: ['customerName'] }, late)).toBeUndefined();
  });

  it('know when the link already holds everything asked for', () => {
    expect(isAlreadySo(edit, about())).toBe(false);
    const same = sampleLink({ expiresAt: sampleNow + 30 * dayMs, customerName: 'Layla' });
    expect(isAlreadySo(edit, about(same))).toBe(true);
  });
});
