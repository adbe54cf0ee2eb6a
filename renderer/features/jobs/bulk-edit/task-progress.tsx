import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { milestoneOf } from '../../../stores/job-pace';
import type { RunningTask } from '../../../stores/tasks-store';
import { LiveRegion } from '../../../ui/live-region';
import { ProgressBar } from '../../../ui/progress-bar';

/** What is done sooner needs no bar, which would only flash. */
const patienceMs = 350;

export interface TaskProgressProps {
  readonly task: RunningTask | undefined;
  readonly name: 'planning' | 'checking';
}

/** How far planning or checking is. */
export function TaskProgress({ task, name }: TaskProgressProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  const { done, total } = task ?? { done: 0, total: 0 };
  const isMeasured = total > 0;
  const aloud = isMeasured ? t('aloud', { percent: milestoneOf({ done, total }) }) : '';
  return (
    <>
      <LiveRegion message={isLong ? `${t(name)} ${aloud}` : ''} />
      {isLong && (
        <ProgressBar
          label={t(name)}
          value={done}
          max={total}
          isIndeterminate={!isMeasured}
          valueLabel={t('common:shown', { shown: done, total })}
        />
      )}
    </>
  );
}
