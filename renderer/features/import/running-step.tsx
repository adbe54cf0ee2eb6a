import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import { milestoneOf } from '../../stores/job-pace';
import type { RunningTask } from '../../stores/tasks-store';
import { usePaceWords } from '../../stores/use-pace-words';
import { IconSuccess } from '../../ui/icons/signs';
import { LiveRegion } from '../../ui/live-region';
import { ProgressBar } from '../../ui/progress-bar';
import { StepHeading } from '../../ui/step-heading';
import styles from './import.module.css';

export interface RunningStepProps {
  readonly file: ChosenFile;
  readonly task: RunningTask | undefined;
}

/** How far an import is: every row is checked first, and how many there are is known only then; after that they are stored. */
export function RunningStep({ file, task }: RunningStepProps) {
  const { t } = useTranslation('import');
  const pace = usePaceWords(task);
  const { done, total } = task ?? { done: 0, total: 0 };
  const isChecking = total === 0;
  return (
    <div className={styles['content']}>
      <StepHeading>{t('progress.heading', { name: file.fileName })}</StepHeading>
      {!isChecking && (
        <p className={styles['checked']}>
          <IconSuccess size={16} />
          {t('progress.checked', { count: total })}
        </p>
      )}
      <ProgressBar
        label={isChecking ? t('progress.checking', { count: done }) : t('progress.storing')}
        value={done}
        max={total}
        isIndeterminate={isChecking}
        valueLabel={t('progress.counts', { done, total })}
      />
      <p className={styles['pace']}>{pace}</p>
      <p className={styles['muted']}>{t('progress.note')}</p>
      <LiveRegion
        message={
          isChecking
            ? t('progress.aloud')
            : t('progress.aloudStoring', { percent: milestoneOf({ done, total }) })
        }
      />
    </div>
  );
}
