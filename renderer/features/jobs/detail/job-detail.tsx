import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ErrorCode } from '#domain/app-error';
import type { BulkJob } from '#domain/bulk-job';
import { progressOf } from '#domain/edit-state';
import { toBridgeError } from '../../../bridge/bridge-error';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useDesk } from '../../../stores/desk-context';
import { milestoneOf } from '../../../stores/job-pace';
import { findJob, hasEnded, type FollowedJob } from '../../../stores/known-jobs';
import { LiveRegion } from '../../../ui/live-region';
import { Notice } from '../../../ui/notice';
import { Spinner } from '../../../ui/spinner';
import { StepHeading } from '../../../ui/step-heading';
import { phaseOf } from '../job-phase';
import styles from './detail.module.css';
import { EditsOfJob, type ShownEdits } from './edits-of-job';
import { JobActions } from './job-actions';
import { JobCourse } from './job-course';
import { JobHead } from './job-head';
import { JobOutcome } from './job-outcome';
import { useHeadline } from './use-headline';

export interface JobDetailProps {
  readonly jobId: string;
  /**
   * Beside a list the focus stays in the list, and the strip of jobs speaks for the screen reader. Elsewhere, in a dialog, the
   * detail takes the focus and speaks itself.
   */
  readonly isBesideList?: boolean;
}

/** Everything about one job: how far it is, what can be done about it, and what became of every link. */
export function JobDetail({ jobId, isBesideList = false }: JobDetailProps) {
  const { jobs } = useDesk();
  const followed = useStore(jobs, (state) => findJob(state.jobs, jobId));
  const failed = useLook(jobId);
  const words = useErrorWords();
  if (followed !== undefined) return <KnownJob key={jobId} followed={followed} isBesideList={isBesideList} />;
  if (failed === undefined) return <Spinner />;
  return (
    <Notice tone="error" title={words(failed).title}>
      {words(failed).next}
    </Notice>
  );
}

/** Reads a job nobody has asked for before; gives why it could not be read. */
function useLook(jobId: string): ErrorCode | undefined {
  const { jobs } = useDesk();
  const [failed, setFailed] = useState<{ readonly jobId: string; readonly code: ErrorCode }>();
  useEffect(() => {
    jobs
      .getState()
      .look(jobId)
      .catch((thrown: unknown) => setFailed({ jobId, code: toBridgeError(thrown).code }));
  }, [jobs, jobId]);
  return failed?.jobId === jobId ? failed.code : undefined;
}

interface KnownJobProps {
  readonly followed: FollowedJob;
  readonly isBesideList: boolean;
}

function KnownJob({ followed, isBesideList }: KnownJobProps) {
  const { job } = followed;
  const [shown, show] = useState<ShownEdits>({ filter: 'all', search: '' });
  const headline = useHeadline()(job);
  const phase = phaseOf(job);
  const isToldBelow = phase === 'waiting' || phase === 'stopped';
  return (
    <div className={styles['detail']} data-beside={isBesideList || undefined}>
      <div className={styles['top']}>
        <div className={styles['about']}>
          <JobHead job={job} />
          {/* Where the job stands still, the notice below says it with the reason. */}
          <div className={isToldBelow ? 'visually-hidden' : undefined}>
            {isBesideList ? <h3>{headline}</h3> : <StepHeading>{headline}</StepHeading>}
          </div>
        </div>
        <JobActions job={job} shown={shown} />
      </div>
      {hasEnded(job) ? (
        <JobOutcome job={job} onDecide={() => show({ ...shown, filter: 'conflict' })} />
      ) : (
        <JobCourse followed={followed} />
      )}
      <EditsOfJob job={job} shown={shown} onShow={show} />
      {!isBesideList && <Aloud job={job} headline={headline} />}
    </div>
  );
}

/** Says what is worth saying: quarters while it runs, and then how it stands. */
function Aloud({ job, headline }: { readonly job: BulkJob; readonly headline: string }) {
  const { t } = useTranslation('jobDetail');
  const percent = milestoneOf(progressOf(job.counts));
  return <LiveRegion message={phaseOf(job) === 'running' ? t('progress.aloud', { percent }) : headline} />;
}
