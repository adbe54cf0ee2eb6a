import { describe, expect, it } from 'vitest';
import { idsLookRounded, readLinkId } from '../../../../main/import/link-id';

describe('readLinkId', () => {
  it.each([
    ['169996200023293942', '169996200023293942'],
    [' 0012 ', '0012'],
    ['="169996200023293942"', '169996200023293942'],
    ["'169996200023293942", '169996200023293942'],
    ["'-abc", '-abc'],
    ['LNK-7', 'LNK-7'],
    ['12E45', 'damaged'],
    ['1.69996E+17', 'damaged'],
    ['1,7e+17', 'damaged'],
    ['', 'missing'],
    ['  ', 'missing'],
  ])('reads %j as %s', (cell, expected) => {
    const reading = readLinkId(cell, false);
    expect(reading.kind === 'id' ? reading.linkId : reading.kind).toBe(expected);
  });

  it('takes an id with three zeros at its end for damaged only in a rounded file', () => {
    expect(readLinkId('169996200023293000', false)).toEqual({ kind: 'id', linkId: '169996200023293000' });
    expect(readLinkId('169996200023293000', true)).toEqual({ kind: 'damaged' });
    expect(readLinkId('169996200023293942', true)).toEqual({ kind: 'id', linkId: '169996200023293942' });
  });
});

describe('idsLookRounded', () => {
  const genuine = Array.from({ length: 99 }, (_, index) => `1699962000232939${10 + (index % 90)}`);

  it('sees a file that lost its last digits', () => {
    expect(idsLookRounded(['169996200023293000', '169996200023294000'])).toBe(true);
    expect(idsLookRounded(['169996200023293000'])).toBe(true);
  });

  it('does not mind one round id among many', () => {
    expect(idsLookRounded([...genuine, '169996200023293000'])).toBe(false);
  });

  it('looks at long ids only', () => {
    expect(idsLookRounded(['1000', '2000', ...genuine])).toBe(false);
    expect(idsLookRounded([])).toBe(false);
  });
});
