import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditPage } from '#contract/jobs';
import type { BulkJob } from '#domain/bulk-job';
import { useDesk } from '../../../stores/desk-context';
import { findJob } from '../../../stores/known-jobs';
import { ConfirmButton } from '../../../ui/confirm-button';
import { EmptyState } from '../../../ui/empty-state';
import { IconSuccess } from '../../../ui/icons/signs';
import { Notice } from '../../../ui/notice';
import { Spinner } from '../../../ui/spinner';
import { useSlowly } from '../use-slowly';
import { ConflictCard } from './conflict-card';
import styles from './conflicts.module.css';
import { Pager } from './pager';
import { useResolve, type Resolving } from './use-resolve';

/** Conflicts on one page: each is a card of its own height. */
const perPage = 20;
/** How often the page is read again while jobs run. */
const readEveryMs = 1000;

export interface ConflictsProps {
  /** Only the conflicts of this job; else those of all jobs. */
  readonly job?: BulkJob;
}

/** Links that changed at their provider before our change was sent, to be decided one by one or all at once. */
export function Conflicts({ job }: ConflictsProps) {
  const { t } = useTranslation('conflicts');
  const [page, setPage] = useState(0);
  const { found, hasFailed } = useConflicts(job, page);
  const resolving = useResolve();
  const known = useJobsOf(found, job);
  // The last page empties when its conflicts are decided.
  const lastPage = Math.max(0, Math.ceil((found?.total ?? 0) / perPage) - 1);
  if (found !== undefined && page > lastPage) setPage(lastPage);
  if (hasFailed) return <Notice tone="error">{t('unreadable')}</Notice>;
  if (found === undefined) return <Spinner />;
  if (found.total === 0) {
    return (
      <EmptyState icon={<IconSuccess size={28} />} title={t('none')}>
        {t('noneWhy')}
      </EmptyState>
    );
  }
  return (
    <section className={styles['conflicts']} aria-label={t('list')}>
      <p className={styles['muted']}>{t('intro')}</p>
      <DecideAll job={job} count={found.total} resolving={resolving} />
      <ul className={styles['cards']}>
        {found.edits.map((edit) => (
          <li key={edit.id}>
            <ConflictCard
              edit={edit}
              namedJob={job === undefined ? known(edit.jobId) : undefined}
              isCancelled={known(edit.jobId)?.state === 'cancelled'}
              resolving={resolving}
            />
          </li>
        ))}
      </ul>
      <Pager page={page} perPage={perPage} total={found.total} onPage={setPage} />
    </section>
  );
}

/** One page of conflicts, read again whenever their number changes. */
function useConflicts(job: BulkJob | undefined, page: number) {
  const { bridge, jobs } = useDesk();
  const all = useStore(jobs, (state) => state.counts.conflict);
  const version = useStore(jobs, (state) => state.version);
  const count = useSlowly(job?.counts.conflict ?? all, readEveryMs);
  const [found, setFound] = useState<EditPage | undefined>(undefined);
  const [hasFailed, setFailed] = useState(false);
  const jobId = job?.id;
  useEffect(() => {
    let isLate = false;
    const range = { start: page * perPage, end: (page + 1) * perPage };
    bridge
      .call('jobs:edits', { ...(jobId === undefined ? {} : { jobId }), states: ['conflict'], ...range })
      .then(
        (answer) => {
          if (isLate) return;
          setFound(answer);
          setFailed(false);
        },
        () => {
          if (!isLate) setFailed(true);
        },
      );
    return () => {
      isLate = true;
    };
  }, [bridge, jobId, page, count, version]);
  return { found, hasFailed };
}

/** The jobs of the conflicts in sight; those nobody has asked for are read. */
function useJobsOf(found: EditPage | undefined, job: BulkJob | undefined) {
  const { jobs } = useDesk();
  const all = useStore(jobs, (state) => state.jobs);
  const ids = [...new Set(found?.edits.map(({ jobId }) => jobId))].join(' ');
  useEffect(() => {
    // Without its job a conflict has one line less.
    for (const id of ids.split(' ').filter((one) => one !== ''))
      jobs
        .getState()
        .look(id)
        .catch(() => undefined);
  }, [jobs, ids]);
  return (jobId: string): BulkJob | undefined => (job?.id === jobId ? job : findJob(all, jobId)?.job);
}

interface DecideAllProps {
  readonly job: BulkJob | undefined;
  readonly count: number;
  readonly resolving: Resolving;
}

function DecideAll({ job, count, resolving: { isAsking, resolve } }: DecideAllProps) {
  const { t } = useTranslation('conflicts');
  if (count < 2) return null;
  const scope = job === undefined ? ({ kind: 'all' } as const) : ({ kind: 'job', jobId: job.id } as const);
  return (
    <div className={styles['actions']}>
      <ConfirmButton
        question={t('all.theirsAsk', { count })}
        confirm={t('all.theirsYes', { count })}
        keep={t('all.no')}
        isDisabled={isAsking}
        onConfirm={() => resolve(scope, { keep: 'theirs' })}
      >
        {t('all.theirs')}
      </ConfirmButton>
      {job?.state !== 'cancelled' && (
        <ConfirmButton
          question={t('all.mineAsk', { count })}
          confirm={t('all.mineYes', { count })}
          keep={t('all.no')}
          isDisabled={isAsking}
          onConfirm={() => resolve(scope, { keep: 'mine' })}
        >
          {t('all.mine')}
        </ConfirmButton>
      )}
    </div>
  );
}
