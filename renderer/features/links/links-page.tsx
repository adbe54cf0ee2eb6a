import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkRow } from '#domain/payment-link';
import type { GridHandle } from '../../grid/grid-types';
import { useRowCache } from '../../grid/use-row-cache';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { DiscardDialog } from './editor/discard-dialog';
import { LinkPanel } from './editor/link-panel';
import { FilterBar } from './filters/filter-bar';
import styles from './links-page.module.css';
import { LinksToolbar } from './links-toolbar';
import { RefreshStrip } from './refresh/refresh-strip';
import { SyncStrip } from './sync/sync-strip';
import { LinksTable } from './table/links-table';
import { TotalsBar } from './totals/totals-bar';
import { useOpenLink } from './use-open-link';
import { usePageCommands } from './use-page-commands';

/** The main page: filters, the table, its totals or the selection, and the link that is open beside it. */
export function LinksPage() {
  const grid = useRef<GridHandle>(null);
  const rows = useLinkRows();
  const link = useOpenLink(rows.getRow, grid);
  const isOpen = useStore(link.editor, (state) => state.row !== undefined);
  const asked = useStore(link.editor, (state) => state.asked);
  const reference = useStore(link.editor, (state) => state.detail?.link.reference ?? '');
  usePageCommands(link);
  return (
    <div className={styles['page']} data-panel={isOpen || undefined}>
      <div className={styles['list']}>
        <LinksToolbar />
        <FilterBar />
        <StaleNotice />
        <RefreshStrip />
        <SyncStrip />
        <div className={styles['table']}>
          <LinksTable
            ref={grid}
            rows={rows}
            activeRow={link.activeRow}
            onOpenRow={link.open}
            onFocusedRow={link.follow}
          />
        </div>
        <TotalsBar />
      </div>
      {isOpen && <LinkPanel editor={link.editor} onClose={link.close} />}
      <DiscardDialog
        isOpen={asked !== undefined}
        reference={reference}
        onKeep={link.keep}
        onDiscard={link.discard}
      />
    </div>
  );
}

/** The rows of the opened query by range. */
function useLinkRows() {
  const { bridge, query } = useDesk();
  const answer = useStore(query, (state) => state.answer);
  const change = useStore(query, (state) => state.change);
  const handle = answer?.handle ?? -1;
  return useRowCache<LinkRow>({
    rowCount: answer?.total ?? 0,
    queryKey: handle,
    ...(answer === undefined ? {} : { firstPage: answer.page }),
    ...(change === undefined ? {} : { change }),
    load: (start, end) => bridge.call('links:range', { handle, start, end }),
    onError: (thrown) => query.getState().rowsFailed(handle, thrown),
  });
}

/** Says that a newer answer could not be had while old rows stay on screen. */
function StaleNotice() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const error = useStore(query, (state) => state.error);
  const hasRows = useStore(query, (state) => state.answer !== undefined);
  const words = useErrorWords();
  if (error === undefined || !hasRows) return null;
  const { title, next } = words(error.code);
  return (
    <div className={styles['notice']}>
      <Notice
        tone="error"
        title={title}
        action={
          <Button size="small" onPress={() => void query.getState().reopen()}>
            {t('empty.retry')}
          </Button>
        }
      >
        {next} {t('empty.stale')}
      </Notice>
    </div>
  );
}
