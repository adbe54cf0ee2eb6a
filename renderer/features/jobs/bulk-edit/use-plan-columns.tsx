import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow, PlanVerdict } from '#domain/bulk-job';
import type { GridColumn } from '../../../grid/grid-types';
import { useValueWords } from '../use-value-words';

type Column = GridColumn<PlanRow>;

/** The columns of the rows with one verdict: what would change, or why nothing does. */
export function usePlanColumns(verdict: PlanVerdict): readonly Column[] {
  const { t } = useTranslation('bulkEdit');
  const words = useValueWords();
  return useMemo(() => {
    const column = (
      id: 'reference' | 'linkId' | 'before' | 'after' | 'reason',
      width: number,
      text: (row: PlanRow) => string,
    ): Column => ({
      id,
      header: t(`plan.column.${id}`),
      width,
      // The whole text in the tooltip, where it does not fit.
      render: (row) => (
        <bdi title={text(row)} data-selectable>
          {text(row)}
        </bdi>
      ),
      text,
    });
    const reference: Column = {
      ...column('reference', 190, (row) => (row.reference === '' ? t('plan.noReference') : row.reference)),
      pinned: true,
    };
    const linkId: Column = { ...column('linkId', 200, (row) => row.linkId), grow: true };
    const reason: Column = {
      ...column('reason', 280, (row) => (row.reason === undefined ? '' : t(`reasons.${row.reason}`))),
      grow: true,
    };
    const side = (id: 'before' | 'after'): Column => ({
      ...column(id, 190, ({ changes }) =>
        changes.map((change) => words(change.field, change[id]) || t('plan.notKnown')).join(' · '),
      ),
      grow: true,
    });
    switch (verdict) {
      case 'change':
      case 'changed-since':
        return [reference, side('before'), side('after'), { ...linkId, grow: false }];
      case 'not-allowed':
        return [reference, reason, { ...linkId, grow: false }];
      case 'no-change':
        return [reference, linkId];
    }
  }, [t, words, verdict]);
}
