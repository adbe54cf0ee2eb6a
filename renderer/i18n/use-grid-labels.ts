import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatters } from './use-formatters';

export interface GridWords {
  readonly selectRow: (rowNumber: number) => string;
  readonly selectAll: string;
  readonly selectionColumn: string;
  readonly headerHint: string;
  readonly columnMoved: (header: string, place: number, count: number) => string;
}

/** Where the row's number goes; no text has it. */
const rowPlace = '\u0000';

/** The words of `renderer/grid`, which knows no language itself. */
export function useGridLabels(): GridWords {
  const { t } = useTranslation('grid');
  const { number } = useFormatters();
  return useMemo(() => {
    // Looked up once, not for every row of every frame.
    const [before = '', after = ''] = t('selectRow', { row: rowPlace }).split(rowPlace);
    return {
      selectRow: (rowNumber) => before + number(rowNumber) + after,
      selectAll: t('selectAll'),
      selectionColumn: t('selectionColumn'),
      headerHint: t('headerHint'),
      columnMoved: (header, place, count) => t('columnMoved', { header, place, total: count }),
    };
  }, [t, number]);
}
