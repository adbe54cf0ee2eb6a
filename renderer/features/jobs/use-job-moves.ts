import { useState } from 'react';
import type { ErrorCode } from '#domain/app-error';
import { toBridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import type { JobMove } from '../../stores/jobs-store';

export interface JobMoves {
  /** What is being asked of main at the moment. */
  readonly asking: JobMove | 'retry' | undefined;
  readonly move: (to: JobMove) => void;
  readonly retryFailed: () => void;
}

/** Pausing, resuming, cancelling and retrying a job. A failure is told as a notice. */
export function useJobMoves(jobId: string): JobMoves {
  const { jobs, notices } = useDesk();
  const words = useErrorWords();
  const [asking, setAsking] = useState<JobMoves['asking']>(undefined);
  const tell = (code: ErrorCode) => {
    const { title, next } = words(code);
    notices.getState().add({ tone: 'error', text: `${title}. ${next}` });
  };
  const ask = (what: JobMove | 'retry', work: () => Promise<void>) => {
    setAsking(what);
    work()
      .catch((thrown: unknown) => tell(toBridgeError(thrown).code))
      .finally(() => setAsking(undefined));
  };
  return {
    asking,
    move: (to) => ask(to, () => jobs.getState().move(jobId, to)),
    retryFailed: () => ask('retry', () => jobs.getState().retryFailed(jobId)),
  };
}
