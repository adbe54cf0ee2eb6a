import { useTranslation } from 'react-i18next';
import { useFormatters } from '../i18n/use-formatters';
import { ratePerSecond, timeLeftMs } from './job-pace';
import type { RunningTask } from './tasks-store';

/** "12,400 rows a second · about 20 sec left": how fast a task over rows is, as far as that is known yet. */
export function usePaceWords(task: RunningTask | undefined): string | undefined {
  const { t } = useTranslation('common');
  const { duration } = useFormatters();
  const rate = task === undefined ? undefined : ratePerSecond(task.pace);
  if (task === undefined || rate === undefined || rate < 1) return undefined;
  const speed = t('rowsPerSecond', { count: Math.round(rate) });
  const left = task.total === 0 ? undefined : timeLeftMs(task.pace, task.total - task.done);
  if (left === undefined) return speed;
  return [speed, t('timeLeft', { time: duration(Math.max(1000, left)) })].join(' · ');
}
