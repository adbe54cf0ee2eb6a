import { describe, expect, it } from 'vitest';
import { errorOfCode, fieldOfText } from '../../../../../main/providers/aps/response-codes';

describe('errorOfCode', () => {
  it.each([
    ['00008', 'provider/signature-rejected'],
    ['00009', 'provider/credentials-rejected'],
    ['00010', 'provider/credentials-rejected'],
    ['00005', 'provider/amount-refused'],
    ['00013', 'provider/currency-refused'],
    ['12036', 'provider/link-not-found'],
    ['00036', 'provider/link-not-found'],
    ['79036', 'provider/link-not-found'],
    ['00066', 'provider/reference-refused'],
    ['00100', 'provider/expiry-refused'],
    ['79125', 'provider/link-already-paid'],
    ['79150', 'provider/link-already-open'],
    ['00006', 'provider/server-error'],
    ['00027', 'provider/refused'],
    ['99999', 'provider/refused'],
    // A success of another command is no success of this one.
    ['48000', 'provider/refused'],
  ])('reads %s as %s', (code, expected) => {
    expect(errorOfCode(code)).toBe(expected);
  });
});

describe('fieldOfText', () => {
  it.each([
    ['Missing parameter: currency', 'amount'],
    ['Invalid parameter format: request_expiry_date', 'expiresAt'],
    ['Invalid parameter length: customer_name', 'customerName'],
    ['Missing parameter: access_code', undefined],
    ['Technical problem', undefined],
  ])('finds the field that "%s" is about', (text, field) => {
    expect(fieldOfText(text)).toBe(field);
  });
});
