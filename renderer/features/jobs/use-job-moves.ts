import { useState } from 'react';
import type { JobMove } from '../../stores/jobs-store';
import { useDesk } from '../../stores/desk-context';
import { useTellFailure } from '../../stores/use-tell-failure';

export interface JobMoves {
  /** What is being asked of main at the moment. */
  readonly asking: JobMove | 'retry' | undefined;
  readonly move: (to: JobMove) => void;
  readonly retryFailed: () => void;
}

/** Pausing, resuming, cancelling and retrying a job. A failure is told as a notice. */
export function useJobMoves(jobId: string): JobMoves {
  const { jobs } = useDesk();
  const tell = useTellFailure();
  const [asking, setAsking] = useState<JobMoves['asking']>(undefined);
  const ask = (what: JobMove | 'retry', work: () => Promise<void>) => {
    setAsking(what);
    work()
      .catch(tell)
      .finally(() => setAsking(undefined));
  };
  return {
    asking,
    move: (to) => ask(to, () => jobs.getState().move(jobId, to)),
    retryFailed: () => ask('retry', () => jobs.getState().retryFailed(jobId)),
  };
}
