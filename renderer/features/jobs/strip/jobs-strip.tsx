import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { findJob, type FollowedJob } from '../../../stores/known-jobs';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { LiveRegion } from '../../../ui/live-region';
import { JobLine } from './job-line';
import styles from './jobs-strip.module.css';
import { useLineWords } from './use-line-words';
import { WaitingLine } from './waiting-line';

/**
 * The bulk jobs under way, and those that have just ended until they are dismissed; edits of single links only as a count of
 * those that wait for the network.
 */
export function JobsStrip() {
  const { t } = useTranslation('jobs');
  const { jobs: store } = useDesk();
  const followed = useStripJobs();
  const waiting = useStore(store, (state) => state.waiting.length);
  const tell = useTellFailure();
  const { aloud } = useLineWords();
  useEffect(() => {
    store.getState().read().catch(tell);
    // Once: a change of language must not read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [store]);
  return (
    <>
      {/* Always there: a region that appears together with its message is not read. */}
      <LiveRegion message={followed.map(({ job }) => aloud(job)).join('. ')} />
      {followed.length + waiting > 0 && (
        <section className={styles['strip']} aria-label={t('label')}>
          <ul>
            {waiting > 0 && (
              <li>
                <WaitingLine count={waiting} />
              </li>
            )}
            {followed.map((one) => (
              <li key={one.job.id}>
                <JobLine followed={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useStripJobs(): readonly FollowedJob[] {
  const { jobs: store } = useDesk();
  const jobs = useStore(store, (state) => state.jobs);
  const strip = useStore(store, (state) => state.strip);
  return useMemo(
    () =>
      strip.flatMap((id) => {
        const followed = findJob(jobs, id);
        return followed === undefined ? [] : [followed];
      }),
    [jobs, strip],
  );
}
