import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { useShowJobs } from '../use-show-jobs';
import styles from './jobs-strip.module.css';

/** Edits of single links that wait for their provider, in one quiet line. */
export function WaitingLine({ count }: { readonly count: number }) {
  const { t } = useTranslation('jobs');
  const show = useShowJobs();
  return (
    <div className={styles['line']}>
      <span className={styles['name']}>{t('waiting', { count })}</span>
      <span className={styles['muted']}>{t('waitingHint')}</span>
      <div className={styles['actions']}>
        <Button
          size="small"
          variant="quiet"
          onPress={() => show({ tab: 'history', withSingle: true, chosen: undefined })}
        >
          {t('showWaiting')}
        </Button>
      </div>
    </div>
  );
}
