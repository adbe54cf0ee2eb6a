import { describe, expect, it } from 'vitest';
import { idsLookRounded, readLinkId } from '../../../../main/import/link-id';

const usual = { roundedFile: false, isNumber: false, isWrapped: true };

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
    const reading = readLinkId(cell, usual);
    expect(reading.kind === 'id' ? reading.linkId : reading.kind).toBe(expected);
  });

  it('takes an id with three zeros at its end for damaged only in a rounded file', () => {
    expect(readLinkId('169996200023293000', usual)).toEqual({ kind: 'id', linkId: '169996200023293000' });
    expect(readLinkId('169996200023293000', { ...usual, roundedFile: true })).toEqual({ kind: 'damaged' });
    expect(readLinkId('169996200023293942', { ...usual, roundedFile: true })).toEqual({
      kind: 'id',
      linkId: '169996200023293942',
    });
  });
});

describe('an id that is a number in its file', () => {
  it('has lost its last digits when it has more than fifteen', () => {
    const number = { ...usual, isNumber: true, isWrapped: false };
    expect(readLinkId('169996200023293942', number)).toEqual({ kind: 'damaged' });
    expect(readLinkId('169996200023293', number)).toEqual({ kind: 'id', linkId: '169996200023293' });
  });

  it('is taken to the letter where nothing wraps ids', () => {
    expect(readLinkId("'1699", { ...usual, isWrapped: false })).toEqual({ kind: 'id', linkId: "'1699" });
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
