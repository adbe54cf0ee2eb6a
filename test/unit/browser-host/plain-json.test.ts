import { describe, expect, it } from 'vitest';
import { notCloneable, requirePlainJson } from '../../browser-host/plain-json';

const loop: { self?: object } = {};
loop.self = loop;

describe('requirePlainJson', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [0],
    [[1, { a: [] }]],
    [{ missing: undefined }],
    [Object.create(null)],
  ])('passes %j', (value) => {
    expect(() => requirePlainJson(value, 'it')).not.toThrow();
  });

  it('passes the same object twice', () => {
    const shared = { a: 1 };
    expect(() => requirePlainJson([shared, shared], 'it')).not.toThrow();
  });

  it.each([
    ['a date', new Date(0), 'it is a class instance'],
    ['a map', { a: new Map() }, 'it.a is a class instance'],
    ['a big integer', [1n], 'it.0 is a bigint'],
    ['a function', { run: () => 1 }, 'it.run is a function'],
    ['not a number', [Number.NaN], 'it.0 is NaN'],
    ['a hole', [1, undefined], 'it.1 is a undefined'],
    ['a loop', loop, 'it.self contains itself'],
  ])('refuses %s and says where', (_what, value, cause) => {
    expect(() => requirePlainJson(value, 'it')).toThrow(
      expect.objectContaining({ message: notCloneable, cause }),
    );
  });
});
