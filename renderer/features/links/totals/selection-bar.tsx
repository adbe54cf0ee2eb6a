import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ProviderId } from '#domain/provider';
import { isVerbOffered } from '#domain/verb-offers';
import { useDesk } from '../../../stores/desk-context';
import { useScopeProviders } from '../../../stores/use-scope-providers';
import { allRows, countSelected, type RowSelection } from '../../../stores/selection-store';
import { Button } from '../../../ui/button';
import { IconClose, IconExport, IconMore, IconRefresh } from '../../../ui/icons/actions';
import { IconCalendar } from '../../../ui/icons/signs';
import { IconButton } from '../../../ui/icon-button';
import { MenuButton } from '../../../ui/menu-button';
import { useRefresh } from '../refresh/use-refresh';
import { SumList } from './sum-list';
import { useSelectionSums } from './use-selection-sums';
import styles from './totals-bar.module.css';

/** What is selected, its sums per currency, and what can be done to it. */
export function SelectionBar({ total }: { readonly total: number }) {
  const { t } = useTranslation('links');
  const { query, selection, dialogs } = useDesk();
  const rows = useStore(selection, (state) => state.selection);
  const { sums, isOld } = useSelectionSums();
  const isComplete = useStore(query, (state) => state.answer?.isComplete ?? true);
  const words = useSelectionWords(rows, { total, isComplete });
  const { refresh, running } = useRefresh();
  const providers = useScopeProviders();
  return (
    <section className={styles['bar']} data-selected aria-label={t('bulk.label')}>
      <IconButton
        size="small"
        label={t('bulk.clear')}
        icon={<IconClose />}
        onPress={() => selection.getState().clear()}
      />
      <span className={styles['count']} role="status">
        {words}
      </span>
      {rows.mode === 'only' && (rows.keys.size < total || !isComplete) && (
        <span className={styles['all']}>
          <Button variant="quiet" size="small" onPress={() => selection.getState().select(allRows)}>
            {isComplete ? t('bulk.selectAll', { count: total }) : t('bulk.selectAllSoFar', { count: total })}
          </Button>
        </span>
      )}
      {sums === 'failed' ? (
        <span className={styles['muted']}>{t('bulk.sumsFailed')}</span>
      ) : (
        <SumList sums={sums ?? []} isOld={isOld} />
      )}
      <div className={styles['actions']}>
        <Button icon={<IconRefresh />} size="small" isDisabled={running !== undefined} onPress={refresh}>
          <span className="gives-way">{t('bulk.refresh')}</span>
        </Button>
        <Button icon={<IconExport />} size="small" onPress={() => dialogs.getState().open('export')}>
          <span className="gives-way">{t('bulk.export')}</span>
        </Button>
        {isVerbOffered('set-expiry', providers) ? (
          <Button
            variant="primary"
            size="small"
            icon={<IconCalendar />}
            onPress={() => dialogs.getState().open('bulk-edit')}
          >
            {t('bulk.setExpiry')}
          </Button>
        ) : (
          <Button
            variant="primary"
            size="small"
            onPress={() => dialogs.getState().openBulkEdit({ kind: 'choose', verb: 'close' })}
          >
            {t('bulk.verb.close')}
          </Button>
        )}
        <MoreChanges providers={providers} />
      </div>
    </section>
  );
}

const moreVerbs = ['close', 'reopen', 'set-amount', 'set-order-text'] as const;

/** The changes that are asked for less often than a new expiry. */
function MoreChanges({ providers }: { readonly providers: readonly ProviderId[] }) {
  const { t } = useTranslation('links');
  const { dialogs } = useDesk();
  const onAction = (id: string) => {
    const verb = moreVerbs.find((candidate) => candidate === id);
    if (verb !== undefined) dialogs.getState().openBulkEdit({ kind: 'choose', verb });
  };
  return (
    <MenuButton
      trigger={<IconButton size="small" label={t('bulk.more')} icon={<IconMore />} />}
      items={moreVerbs.map((id) => ({
        id,
        label: t(`bulk.verb.${id}`),
        ...(isVerbOffered(id, providers) ? {} : { isDisabled: true, description: t('reasons.not-offered') }),
      }))}
      onAction={onAction}
    />
  );
}

interface Matching {
  readonly total: number;
  readonly isComplete: boolean;
}

/** "12 selected", "All 1,204 matching selected", "1,201 matching selected, 3 excluded". */
function useSelectionWords(rows: RowSelection, { total, isComplete }: Matching): string {
  const { t } = useTranslation('links');
  const count = countSelected(rows, total);
  if (rows.mode === 'only') return t('bulk.some', { count });
  if (!isComplete) return t('bulk.allSoFar', { count });
  return rows.keys.size === 0
    ? t('bulk.all', { count })
    : t('bulk.allExcept', { selected: count, count: rows.keys.size });
}
