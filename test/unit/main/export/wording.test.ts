import { describe, expect, it } from 'vitest';
import { exportColumns } from '#domain/export-spec';
import { guessImportMap } from '#domain/import-map';
import { judgeReading } from '#domain/judge-reading';
import { exportWording, headerOf } from '../../../../main/export/wording';
import { createFactsGatherer } from '../../../../main/import/column-facts';
import { toldByHeader } from '../../../../main/import/own-export';

describe('exportWording', () => {
  it.each(['en', 'ar'] as const)('has %s headers that the importer finds again', (language) => {
    const headers = exportColumns.map((column) => exportWording[language].headers[column]);
    const found = guessImportMap(headers);
    expect(found).toEqual(
      Object.fromEntries(
        exportColumns
          .map((column, index) => [column, index] as const)
          .filter(([column]) => column !== 'connection'),
      ),
    );
  });

  it.each(['en', 'ar'] as const)('uses no %s word twice', (language) => {
    const { headers, statuses } = exportWording[language];
    expect(new Set(Object.values(headers)).size).toBe(exportColumns.length);
    expect(new Set(Object.values(statuses)).size).toBe(5);
  });

  it.each(['en', 'ar'] as const)('has a %s header for minor units that tells the importer so', (language) => {
    const facts = createFactsGatherer(1).facts();
    for (const amounts of ['major', 'minor'] as const) {
      const header = headerOf('amount', { language, amounts });
      const columns = facts.map((fact) => ({ ...fact, ...toldByHeader(header, fact, true) }));
      expect(guessImportMap([header])).toEqual({ amount: 0 });
      expect(judgeReading({ columns, told: {} }, { amount: 0 })).toMatchObject({
        units: amounts,
        questions: [],
      });
    }
  });
});
