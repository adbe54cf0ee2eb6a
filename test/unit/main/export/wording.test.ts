import { describe, expect, it } from 'vitest';
import { exportColumns } from '#domain/export-spec';
import { guessImportMap } from '#domain/import-map';
import { exportWording, headerOf } from '../../../../main/export/wording';

describe('exportWording', () => {
  it.each(['en', 'ar'] as const)('has %s headers that the importer finds again', (language) => {
    const headers = exportColumns.map((column) => exportWording[language].headers[column]);
    const found = guessImportMap(headers);
    expect(found).toEqual(
      Object.fromEntries(
        exportColumns
          .map((column, index) => [column, index] as const)
          .filter(([column]) => !['connection', 'providerStatus', 'attempts', 'checkedAt'].includes(column)),
      ),
    );
  });

  it.each(['en', 'ar'] as const)('uses no %s word twice', (language) => {
    const { headers, statuses } = exportWording[language];
    expect(new Set(Object.values(headers)).size).toBe(exportColumns.length);
    expect(new Set(Object.values(statuses)).size).toBe(5);
  });

  it.each(['en', 'ar'] as const)(
    'has a %s header for minor units that no importer takes for major units',
    (language) => {
      const headers = [headerOf('amount', { language, amounts: 'minor' })];
      expect(guessImportMap(headers)).toEqual({});
      expect(guessImportMap([headerOf('amount', { language, amounts: 'major' })])).toEqual({ amount: 0 });
    },
  );
});
