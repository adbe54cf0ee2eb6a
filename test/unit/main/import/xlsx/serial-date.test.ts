import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelSerial } from '../../../../../main/export/xlsx/excel-serial';
import { textOfSerial } from '../../../../../main/import/xlsx/serial-date';

describe('textOfSerial', () => {
  // Source of the pairs: what Excel shows for these numbers.
  it.each([
    [46346.75283564815, 'date-time', '1900', '2026-11-20T18:04:05'],
    [46387, 'date', '1900', '2026-12-31'],
    [46387.5, 'date', '1900', '2026-12-31T12:00:00'],
    [0.43090277777777775, 'time', '1900', '10:20:30'],
    [1, 'date', '1900', '1900-01-01'],
    [59, 'date', '1900', '1900-02-28'],
    [61, 'date', '1900', '1900-03-01'],
    [44884, 'date', '1904', '2026-11-20'],
    [0, 'date', '1904', '1904-01-01'],
    [2958465.999, 'date-time', '1900', '9999-12-31T23:58:33'],
  ] as const)('reads %d as a %s of the %s system', (serial, kind, system, text) => {
    expect(textOfSerial(serial, kind, system)).toBe(text);
  });

  it.each([60.5, -1, 2958466, Number.NaN, Infinity])('has no date for %d', (serial) => {
    expect(textOfSerial(serial, 'date-time', '1900')).toBeUndefined();
  });

  it('gives back every second that we write', () => {
    const seconds = fc.integer({
      min: Date.UTC(1900, 2, 1) / 1000,
      max: Date.UTC(9999, 11, 31, 23, 59, 59) / 1000,
    });
    fc.assert(
      fc.property(seconds, (second) => {
        const text = textOfSerial(excelSerial(second * 1000) ?? Number.NaN, 'date-time', '1900');
        expect(text).toBe(new Date(second * 1000).toISOString().slice(0, 19));
      }),
      { numRuns: 2_000 },
    );
  });
});
