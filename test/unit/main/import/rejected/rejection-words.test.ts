import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../../main/import/rejected/rejection-words';

describe('reasonOf', () => {
  it('says the line, the reason and the offending text', () => {
    expect(reasonOf({ line: 7, problem: 'date-unreadable', field: 'expiresAt', text: 'soon' }, 'en')).toBe(
      'Line 7: The date cannot be read (soon)',
    );
  });

  it('does not repeat a whole row that is beside it anyway', () => {
    expect(reasonOf({ line: 3, problem: 'columns-missing', text: 'a | b' }, 'en')).toBe(
      'Line 3: The row does not fit the columns of the header',
    );
  });

  it('speaks Arabic', () => {
    expect(reasonOf({ line: 7, problem: 'status-missing', text: '' }, 'ar')).toBe('السطر 7: لا توجد حالة');
  });
});
