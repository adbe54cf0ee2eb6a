import { Activity, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { CreationsNotice } from '../features/adding/creations-notice';
import { AuditPage } from '../features/audit/audit-page';
import { ConnectionsPage } from '../features/connections/connections-page';
import { OfflineBanner } from '../features/connections/reach/offline-banner';
import { JobsPage } from '../features/jobs/history/jobs-page';
import { JobsStrip } from '../features/jobs/strip/jobs-strip';
import { LinksPage } from '../features/links/links-page';
import type { PageCommand } from '../stores/commands';
import { useDesk } from '../stores/desk-context';
import { Notice } from '../ui/notice';
import { Dialogs } from './dialogs';
import { Navigation, type PageName } from './navigation';
import styles from './shell.module.css';
import { useShortcuts } from './use-shortcuts';
import { Welcome } from './welcome';

const pageOf: Partial<Record<PageCommand, PageName>> = {
  'show-links': 'links',
  'show-jobs': 'jobs',
  'show-connections': 'connections',
  'show-audit': 'audit',
};

/** The window: navigation at the inline start, a page, the running jobs, and the dialogs every page may ask for. */
export function Shell({ setAside }: { readonly setAside: string | undefined }) {
  const { t } = useTranslation('app');
  const { connections, query, commands } = useDesk();
  const hasNone = useStore(connections, (state) => state.connections?.length === 0);
  const isEmpty = useStore(query, (state) => state.answer?.cached === 0);
  const [page, setPage] = useState<PageName>('links');
  useShortcuts();
  useEffect(
    () =>
      commands.answer((command) => {
        const shown = pageOf[command];
        if (shown !== undefined) setPage(shown);
      }),
    [commands],
  );
  const dialogs = <Dialogs />;
  const notice = setAside !== undefined && (
    <div className={styles['notice']}>
      <Notice tone="warning" title={t('setAside.title')}>
        {t('setAside.body', { name: setAside })}
      </Notice>
    </div>
  );
  if (hasNone && isEmpty) {
    return (
      <>
        <Welcome notice={notice} />
        {dialogs}
      </>
    );
  }
  return (
    <div className={styles['shell']}>
      <Navigation page={page} onGo={setPage} />
      <main className={styles['main']}>
        <OfflineBanner />
        {notice}
        {page === 'links' && <CreationsNotice />}
        <div className={styles['page']}>
          {/* Only hidden behind the other page: an edit that was not sent must be there again. */}
          <Activity mode={page === 'links' ? 'visible' : 'hidden'}>
            <LinksPage />
          </Activity>
          {page === 'connections' && <ConnectionsPage />}
          {page === 'jobs' && <JobsPage />}
          {page === 'audit' && <AuditPage />}
        </div>
        <JobsStrip />
      </main>
      {dialogs}
    </div>
  );
}
