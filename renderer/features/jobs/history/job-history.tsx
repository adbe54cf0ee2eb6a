import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { GridHandle } from '../../../grid/grid-types';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { EmptyState } from '../../../ui/empty-state';
import { IconButton } from '../../../ui/icon-button';
import { IconClose } from '../../../ui/icons/actions';
import { IconInbox } from '../../../ui/icons/signs';
import { Notice } from '../../../ui/notice';
import { JobDetail } from '../detail/job-detail';
import { JobList } from './job-list';
import styles from './jobs-page.module.css';
import { useHistory } from './use-history';

/** Every job that was started, newest first, with the chosen one beside the list. */
export function JobHistory() {
  const { t } = useTranslation('jobs');
  const { jobs, commands } = useDesk();
  const { withSingle, chosen } = useStore(jobs, (state) => state.view);
  const history = useHistory(withSingle);
  const grid = useRef<GridHandle>(null);
  const close = () => {
    jobs.getState().show({ chosen: undefined });
    grid.current?.focus();
  };
  const escape = useEffectEvent(() => {
    if (chosen !== undefined) close();
  });
  useEffect(
    () =>
      commands.answer((command) => {
        if (command === 'escape') escape();
        if (command === 'focus-table') grid.current?.focus();
      }),
    [commands],
  );
  return (
    <div className={styles['history']} data-chosen={chosen !== undefined || undefined}>
      <div className={styles['list']}>
        <div className={styles['bar']}>
          <Checkbox isSelected={withSingle} onChange={(on) => jobs.getState().show({ withSingle: on })}>
            {t('page.withSingle')}
          </Checkbox>
        </div>
        {history.hasFailed && <Notice tone="error">{t('page.unreadable')}</Notice>}
        <JobList
          ref={grid}
          history={history}
          chosen={chosen}
          onChoose={(jobId) => jobs.getState().show({ chosen: jobId })}
          empty={<NoJobs />}
        />
      </div>
      {chosen !== undefined && (
        <aside className={styles['detail']} aria-label={t('page.detail')}>
          <div className={styles['close']}>
            <IconButton size="small" label={t('page.close')} icon={<IconClose size={14} />} onPress={close} />
          </div>
          <JobDetail key={chosen} jobId={chosen} isBesideList />
        </aside>
      )}
    </div>
  );
}

/** Says what jobs are and where they come from. */
function NoJobs() {
  const { t } = useTranslation('jobs');
  const { commands } = useDesk();
  const action = <Button onPress={() => commands.run('show-links')}>{t('page.emptyAction')}</Button>;
  return (
    <EmptyState icon={<IconInbox size={28} />} title={t('page.empty')} action={action}>
      {t('page.emptyWhy')}
    </EmptyState>
  );
}
