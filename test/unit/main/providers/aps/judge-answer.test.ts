import { describe, expect, it } from 'vitest';
import { isAppError } from '#domain/app-error';
import { judgeAnswer, type Expectation } from '../../../../../main/providers/aps/judge-answer';
import { signatureOf } from '../../../../../main/providers/aps/signature';

const responseKey = { shaType: 'SHA-256', phrase: 'OUT$?' } as const;
const reading: Expectation = {
  codes: ['12000'],
  responseKey,
  isWrite: false,
  mirrored: { payment_link_id: '1' },
};
const writing: Expectation = { ...reading, codes: ['78000'], isWrite: true };

function answer(code: string, change: Record<string, string> = {}) {
  const fields = { payment_link_id: '1', response_code: code, response_message: 'Text', ...change };
  return { ...fields, signature: signatureOf(fields, responseKey) };
}

function forged(code: string) {
  return { ...answer(code), signature: '00'.repeat(32) };
}

function errorOf(body: unknown, expected: Expectation) {
  try {
    judgeAnswer(body, expected);
  } catch (thrown) {
    if (isAppError(thrown)) return [thrown.code, thrown.details.reason];
  }
  return undefined;
}

describe('judgeAnswer', () => {
  it('returns a genuine success with its fields as received', () => {
    const body = answer('12000', { customer_name: 'O&#39;Brien', response_message: 'Success' });
    expect(judgeAnswer(body, reading)).toEqual({
      fields: body,
      provider: { code: '12000', text: 'Success' },
    });
  });

  it.each([
    ['a genuine refusal', answer('12036'), reading, 'provider/link-not-found', undefined],
    ['a refusal signed wrongly', forged('12036'), reading, 'provider/link-not-found', 'answer-not-genuine'],
    [
      'a success signed wrongly',
      forged('12000'),
      reading,
      'provider/answer-not-genuine',
      'answer-not-genuine',
    ],
    ['the success of another command', answer('78000'), reading, 'provider/refused', undefined],
    [
      'an answer about another link',
      answer('12000', { payment_link_id: '2' }),
      reading,
      'provider/answer-not-genuine',
      'other-request',
    ],
    ['a genuine refusal of a write', answer('79125'), writing, 'provider/link-already-paid', undefined],
    [
      'a refusal of a write signed wrongly',
      forged('79125'),
      writing,
      'provider/outcome-unknown',
      'answer-not-genuine',
    ],
    [
      'wrong credentials in a write',
      forged('00010'),
      writing,
      'provider/credentials-rejected',
      'answer-not-genuine',
    ],
    [
      'a success of a write signed wrongly',
      forged('78000'),
      writing,
      'provider/outcome-unknown',
      'answer-not-genuine',
    ],
    ['a list', [], reading, 'provider/answer-unreadable', undefined],
    ['a nested field', { ...answer('12000'), extra: {} }, reading, 'provider/answer-unreadable', undefined],
    ['no code', { signature: 'x' }, reading, 'provider/answer-unreadable', undefined],
    ['a code that is none', answer('12'), reading, 'provider/answer-unreadable', undefined],
  ] as const)('judges %s', (_, body, expected, code, reason) => {
    expect(errorOf(body, expected)).toEqual([code, reason]);
  });

  it('tolerates fields it does not know and null', () => {
    expect(judgeAnswer({ ...answer('12000', { new_field: 'x' }), other: null }, reading).provider.code).toBe(
      '12000',
    );
  });
});
