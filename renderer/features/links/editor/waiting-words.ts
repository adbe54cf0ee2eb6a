import { useTranslation } from 'react-i18next';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { waitsForProvider } from '#domain/job-state';
import { useErrorWords } from '../../../i18n/use-error-words';

export interface WaitingWords {
  readonly why: string;
  /** What happens next, by itself or by somebody. */
  readonly next: string;
}

/** Words why an edit waits, from its job: `connection` is the name of the link's connection. */
export function useWaitingWords(
  { errorCode }: Pick<Edit, 'errorCode'>,
  job: BulkJob | undefined,
  connection: string,
): WaitingWords {
  const { t } = useTranslation('links');
  const words = useErrorWords();
  if (job?.state === 'running') return { why: t('waiting.itsTurn'), next: '' };
  const reason = job?.pausedBy ?? errorCode;
  if (reason === undefined) {
    return job?.state === 'paused'
      ? { why: t('waiting.paused'), next: t('waiting.pausedNext') }
      : { why: '', next: '' };
  }
  const next = waitsForProvider(reason) ? t('waiting.byItself', { connection }) : words(reason).next;
  return { why: words(reason).title, next };
}
