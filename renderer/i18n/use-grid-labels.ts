import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface GridWords {
  readonly selectRow: (rowNumber: number) => string;
  readonly selectAll: string;
  readonly selectionColumn: string;
  readonly headerHint: string;
  readonly columnMoved: (header: string, place: number, count: number) => string;
}

/** The words of `renderer/grid`, which knows no language itself. */
export function useGridLabels(): GridWords {
  const { t } = useTranslation('grid');
  return useMemo(
    () => ({
      selectRow: (rowNumber) => t('selectRow', { row: rowNumber }),
      selectAll: t('selectAll'),
      selectionColumn: t('selectionColumn'),
      headerHint: t('headerHint'),
      columnMoved: (header, place, count) => t('columnMoved', { header, place, total: count }),
    }),
    [t],
  );
}
