import { describe, expect, it } from 'vitest';
import { headerWithZone, readHeaderZone } from '#domain/header-zone';
import { guessImportMap } from '#domain/import-map';

describe('readHeaderZone', () => {
  it.each([
    ['Created at (Asia/Kuwait)', 'Created at', 'Asia/Kuwait'],
    ['تاريخ الإنشاء (America/Argentina/Buenos_Aires)', 'تاريخ الإنشاء', 'America/Argentina/Buenos_Aires'],
    ['Time (UTC)', 'Time', 'UTC'],
  ])('finds word and zone of %j', (header, word, zone) => {
    expect(readHeaderZone(header)).toEqual({ word, zone });
    expect(headerWithZone(word, zone)).toBe(header);
  });

  it.each([
    'Created at',
    'Amount (minor units)',
    'Amount (KWD)',
    'Date (dd/mm)',
    '(UTC)',
    'Amount (Mars/Base)',
  ])('finds no zone in %j', (header) => {
    expect(readHeaderZone(header)).toEqual({ word: header });
  });

  it('lets a column of times be recognised with its zone', () => {
    expect(guessImportMap(['Expires at (Asia/Kuwait)', 'تاريخ الإنشاء (UTC)'])).toEqual({
      expiresAt: 0,
      createdAt: 1,
    });
  });
});
