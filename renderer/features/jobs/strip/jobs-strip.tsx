import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { toBridgeError } from '../../../bridge/bridge-error';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useDesk } from '../../../stores/desk-context';
import { LiveRegion } from '../../../ui/live-region';
import { JobLine } from './job-line';
import styles from './jobs-strip.module.css';
import { useJobWords } from './use-job-words';

/** The bulk jobs under way, and those that have just ended until they are dismissed. Edits of a single link are not shown. */
export function JobsStrip() {
  const { t } = useTranslation('jobs');
  const { jobs: store, notices } = useDesk();
  const jobs = useStore(store, (state) => state.jobs);
  const words = useErrorWords();
  const { aloud } = useJobWords();
  useEffect(() => {
    store
      .getState()
      .read()
      .catch((thrown: unknown) =>
        notices.getState().add({ tone: 'error', text: words(toBridgeError(thrown).code).title }),
      );
    // Once: a change of language must not read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [store, notices]);
  return (
    <>
      {/* Always there: a region that appears together with its message is not read. */}
      <LiveRegion message={jobs.map(({ job }) => aloud(job)).join('. ')} />
      {jobs.length > 0 && (
        <section className={styles['strip']} aria-label={t('label')}>
          <ul>
            {jobs.map((followed) => (
              <li key={followed.job.id}>
                <JobLine followed={followed} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
