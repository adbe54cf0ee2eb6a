import { useTranslation } from 'react-i18next';
import { milestoneOf } from '../../stores/job-pace';
import type { RunningTask } from '../../stores/tasks-store';
import { usePaceWords } from '../../stores/use-pace-words';
import { LiveRegion } from '../../ui/live-region';
import { ProgressBar } from '../../ui/progress-bar';
import { StepHeading } from '../../ui/step-heading';
import styles from './export.module.css';

/** How far the writing is, how fast, and how long the rest takes. */
export function RunningStep({ task }: { readonly task: RunningTask | undefined }) {
  const { t } = useTranslation('export');
  const pace = usePaceWords(task);
  const { done, total } = task ?? { done: 0, total: 0 };
  const isWaiting = total === 0;
  const isFinishing = !isWaiting && done === total;
  return (
    <div className={styles['content']}>
      <StepHeading>{t('progress.heading')}</StepHeading>
      <ProgressBar
        label={isWaiting ? t('progress.waiting') : t(isFinishing ? 'progress.finishing' : 'progress.label')}
        value={done}
        max={total}
        isIndeterminate={isWaiting || isFinishing}
        valueLabel={t('progress.counts', { done, total })}
      />
      <p className={styles['pace']}>{isFinishing ? undefined : pace}</p>
      <p className={styles['muted']}>{t('progress.note')}</p>
      <LiveRegion
        message={
          isWaiting ? t('progress.waiting') : t('progress.aloud', { percent: milestoneOf({ done, total }) })
        }
      />
    </div>
  );
}
