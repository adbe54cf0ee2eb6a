import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { ProgressBar } from '../../../ui/progress-bar';
import styles from './refresh-strip.module.css';
import { useRefresh } from './use-refresh';

/** How far a running refresh is, with a way to stop it. */
export function RefreshStrip() {
  const { t } = useTranslation('links');
  const { tasks } = useDesk();
  const { running } = useRefresh();
  if (running === undefined) return null;
  const { taskId, done, total } = running;
  return (
    <div className={styles['strip']}>
      <ProgressBar
        label={t('refreshing.label')}
        value={done}
        max={Math.max(1, total)}
        isIndeterminate={total === 0}
        {...(total === 0 ? {} : { valueLabel: t('refreshing.counts', { done, total }) })}
      />
      <Button size="small" onPress={() => tasks.getState().cancel(taskId)}>
        {t('refreshing.cancel')}
      </Button>
    </div>
  );
}
