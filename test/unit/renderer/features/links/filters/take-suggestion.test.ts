import { describe, expect, it } from 'vitest';
import { takeSuggestion } from '../../../../../../renderer/features/links/filters/use-suggestions';

describe('a suggestion put into the text', () => {
  it('waits for a value behind a field', () => {
    const item = { insert: 'status:', kind: 'field' } as const;
    expect(takeSuggestion({ text: 'noor sta', from: 5, to: 8, item })).toEqual({
      text: 'noor status:',
      caret: 12,
      goesOn: true,
    });
  });

  it('makes room for the next term behind a value', () => {
    const item = { insert: 'expired', kind: 'value' } as const;
    expect(takeSuggestion({ text: 'status:ex', from: 7, to: 9, item })).toEqual({
      text: 'status:expired ',
      caret: 15,
      goesOn: false,
    });
  });

  it('changes nothing behind the caret', () => {
    const item = { insert: 'expired', kind: 'value' } as const;
    const taken = takeSuggestion({ text: 'status:ex noor', from: 7, to: 9, item });
    expect(taken).toMatchObject({ text: 'status:expired noor', caret: 14 });
  });

  it('wants a number behind a sign', () => {
    const item = { insert: '>=', kind: 'value' } as const;
    expect(takeSuggestion({ text: 'amount:', from: 7, to: 7, item })).toMatchObject({
      text: 'amount:>=',
      goesOn: true,
    });
  });
});
