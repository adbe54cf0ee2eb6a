import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { Tabs } from '../../../ui/tabs';
import { Conflicts } from '../conflicts/conflicts';
import { JobHistory } from './job-history';
import styles from './jobs-page.module.css';

/** The page of jobs: their history with what became of every link, and the conflicts that wait for a decision. */
export function JobsPage() {
  const { t } = useTranslation('jobs');
  const { jobs } = useDesk();
  const tab = useStore(jobs, (state) => state.view.tab);
  const conflicts = useStore(jobs, (state) => state.counts.conflict);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('heading')}</h1>
        <p className={styles['muted']}>{t('page.intro')}</p>
      </header>
      <div className={styles['tabs']}>
        <Tabs
          label={t('page.views')}
          selected={tab}
          onSelect={(id) => jobs.getState().show({ tab: id === 'conflicts' ? 'conflicts' : 'history' })}
          tabs={[
            { id: 'history', label: t('page.history'), content: <JobHistory /> },
            {
              id: 'conflicts',
              label: conflicts === 0 ? t('page.conflicts') : t('page.conflictsCount', { count: conflicts }),
              content: (
                <div className={styles['scroll']}>
                  <Conflicts />
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
