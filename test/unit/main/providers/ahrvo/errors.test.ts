import { describe, expect, it } from 'vitest';
import { judgeError } from '../../../../../main/providers/ahrvo/errors';

const hal = (...errors: readonly object[]) => JSON.stringify({ total: errors.length, _embedded: { errors } });
const judge = (status: number, text: string) => judgeError({ status, text });

describe('judgeError', () => {
  it.each([
    [400, 'BAD_REQUEST', 'provider/refused'],
    [401, 'UNKNOWN', 'provider/credentials-rejected'],
    [402, 'DECLINED', 'provider/refused'],
    [403, 'FORBIDDEN', 'provider/credentials-rejected'],
    [404, 'NOT_FOUND', 'provider/link-not-found'],
    [405, 'METHOD_NOT_ALLOWED', 'provider/refused'],
    [406, 'NOT_ACCEPTABLE', 'provider/refused'],
    [409, 'CONFLICT', 'provider/refused'],
    [422, 'UNPROCESSABLE_ENTITY', 'provider/refused'],
    [429, 'TOO_MANY_REQUESTS', 'provider/rate-limited'],
    [500, 'SERVER_ERROR', 'provider/server-error'],
  ])('knows HTTP %i %s as %s and keeps both words', (status, code, expected) => {
    const error = judge(status, hal({ code, message: 'Because', logref: 'L1' }));
    expect(error.code).toBe(expected);
    expect(error.details.provider).toEqual({ code, text: 'Because' });
    expect(error.message).toContain('[logref L1]');
    expect(error.details.reason).toBeUndefined();
  });

  it.each([
    ['nickname', 'provider/refused', 'reference'],
    ['state', 'provider/refused', 'status'],
    ['tags', 'provider/refused', 'tags'],
    ['amount_details.total_amount', 'provider/amount-refused', 'amount'],
    ['amount_details.currency', 'provider/currency-refused', 'amount'],
    ['additional_details.expiration_in_minutes', 'provider/expiry-refused', 'expiresAt'],
    ['items[0].name', 'provider/refused', 'orderText'],
    ['merchant_id', 'provider/refused', undefined],
  ])('knows the field %s', (field, code, ours) => {
    const error = judge(422, hal({ code: 'INVALID_FIELD', message: 'is wrong', field }));
    expect(error).toMatchObject({ code, details: { provider: { text: `is wrong (${field})` } } });
    expect(error.details.field).toBe(ours);
  });

  it('joins the texts of several errors', () => {
    const error = judge(422, hal({ code: 'A', message: 'one' }, { message: 'two' }, {}));
    expect(error.details.provider).toEqual({ code: 'A', text: 'one; two' });
  });

  it.each([
    ['{"message":"Unauthorized"}', 'Unauthorized'],
    ['{"error":"Forbidden"}', 'Forbidden'],
    ['{"error":{"message":"deep"}}', 'deep'],
  ])('reads what gateways answer: %s', (text, expected) => {
    const error = judge(401, text);
    expect(error.details).toMatchObject({ provider: { code: '401', text: expected } });
    expect(error.details.reason).toBeUndefined();
  });

  it.each([
    ['<html><body><h1>403 Forbidden</h1>\n<p>nginx</p></body></html>', '403 Forbidden nginx'],
    ['', ''],
    ['[]', '[]'],
    ['{"_embedded":{"errors":[]}}', '{"_embedded":{"errors":[]}}'],
  ])('says of anything else that somebody on the way may have answered: %s', (text, shown) => {
    const error = judge(403, text);
    expect(error.details).toMatchObject({ reason: 'http-403', provider: { code: '403', text: shown } });
  });

  it('does not take a web page for the word that a link does not exist', () => {
    expect(judge(404, '<h1>Not Found</h1>').code).toBe('provider/refused');
    expect(judge(404, '{"message":"Not Found"}').code).toBe('provider/link-not-found');
  });

  it('cuts long texts', () => {
    expect(judge(400, 'x'.repeat(60_000)).details.provider?.text).toHaveLength(500);
  });
});
