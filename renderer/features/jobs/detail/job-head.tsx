import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BulkJob } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { useChangeWords, useJobName, useOriginal } from '../use-job-words';
import { useShowJobs } from '../use-show-jobs';
import styles from './detail.module.css';

/** What a job does, to how many links, and when. */
export function JobHead({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobDetail');
  const name = useJobName();
  const original = useOriginal(job);
  const change = useChangeWords()(job.change);
  const show = useShowJobs();
  return (
    <header className={styles['head']}>
      <h2>{name(job, original)}</h2>
      {change !== undefined && <p>{change}</p>}
      <p className={styles['muted']}>
        <When job={job} />
      </p>
      {original !== undefined && (
        <div className={styles['original']}>
          <Button size="small" variant="quiet" onPress={() => show({ tab: 'history', chosen: original.id })}>
            {t('result.showOriginal')}
          </Button>
        </div>
      )}
    </header>
  );
}

/** "Started 20 Nov 2026, 18:02, ended 20 Nov 2026, 18:05". */
function When({ job: { createdAt, startedAt, finishedAt } }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobDetail');
  const { dateTime, locale } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const comma = locale.startsWith('ar') ? '، ' : ', ';
  if (startedAt === undefined) return t('facts.planned', { at: dateTime(createdAt, zone) });
  const started = t('facts.started', { at: dateTime(startedAt, zone) });
  if (finishedAt === undefined) return started;
  return started + comma + t('facts.finished', { at: dateTime(finishedAt, zone) });
}
