import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../main/import/rejection-words';

describe('reasonOf', () => {
  it('says the line, the reason and the offending text', () => {
    expect(reasonOf({ line: 7, problem: 'date-unreadable', field: 'expiresAt', text: 'soon' })).toBe(
      'Line 7: The date cannot be read (soon)',
    );
  });

  it('does not repeat a whole row that is beside it anyway', () => {
    expect(reasonOf({ line: 3, problem: 'columns-missing', text: 'a | b' })).toBe(
      'Line 3: The row does not fit the columns of the header',
    );
  });
});
