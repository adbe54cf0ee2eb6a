import { useTranslation } from 'react-i18next';
import type { RunningTask } from '../../stores/tasks-store';
import { LiveRegion } from '../../ui/live-region';
import { ProgressBar } from '../../ui/progress-bar';
import { StepHeading } from '../../ui/step-heading';
import styles from './export.module.css';

/** How far the writing is. */
export function RunningStep({ task }: { readonly task: RunningTask | undefined }) {
  const { t } = useTranslation('export');
  const { done, total } = task ?? { done: 0, total: 0 };
  const isWaiting = total === 0;
  const percent = isWaiting ? 0 : Math.floor((done / total) * 4) * 25;
  return (
    <div className={styles['content']}>
      <StepHeading>{t('progress.heading')}</StepHeading>
      <ProgressBar
        label={isWaiting ? t('progress.waiting') : t('progress.label')}
        value={done}
        max={total}
        isIndeterminate={isWaiting}
        valueLabel={t('progress.counts', { done, total })}
      />
      <p className={styles['muted']}>{t('progress.note')}</p>
      <LiveRegion message={isWaiting ? t('progress.waiting') : t('progress.aloud', { percent })} />
    </div>
  );
}
