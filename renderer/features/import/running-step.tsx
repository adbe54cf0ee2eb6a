import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import type { RunningTask } from '../../stores/tasks-store';
import { LiveRegion } from '../../ui/live-region';
import { ProgressBar } from '../../ui/progress-bar';
import { StepHeading } from '../../ui/step-heading';
import styles from './import.module.css';

export interface RunningStepProps {
  readonly file: ChosenFile;
  readonly task: RunningTask | undefined;
}

/** How far the reading is. The number of rows is known only at the end of the file. */
export function RunningStep({ file, task }: RunningStepProps) {
  const { t } = useTranslation('import');
  const { done, total } = task ?? { done: 0, total: 0 };
  const label = total === 0 ? t('progress.rows', { count: done }) : t('progress.label');
  return (
    <div className={styles['content']}>
      <StepHeading>{t('progress.heading', { name: file.fileName })}</StepHeading>
      <ProgressBar
        label={label}
        value={done}
        max={total}
        isIndeterminate={total === 0}
        valueLabel={t('progress.counts', { done, total })}
      />
      <p className={styles['muted']}>{t('progress.note')}</p>
      <LiveRegion message={t('progress.aloud')} />
    </div>
  );
}
