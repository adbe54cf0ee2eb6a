import { useTranslation } from 'react-i18next';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { IconExport } from '../../ui/icons/actions';
import { IconSuccess } from '../../ui/icons/signs';
import styles from './audit.module.css';
import { AuditList } from './audit-list';
import { ExportNotice } from './export-notice';
import { useAuditRows } from './use-audit-rows';
import { useAuditTask } from './use-audit-task';
import { VerdictNotice } from './verdict-notice';

/** The append-only log of every change: read it, prove it unchanged, hand it on. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'common']);
  const { bridge } = useDesk();
  const { number } = useFormatters();
  const log = useAuditRows();
  const verify = useAuditTask('verify', (taskId) => bridge.call('audit:verify', { taskId }));
  const writing = useAuditTask('export', (taskId) => bridge.call('audit:export', { taskId }));
  const isEmpty = (log.total ?? 0) === 0;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['title']}>
          <h1>
            {t('heading')}
            {log.total !== undefined && (
              <span className={styles['count']}>
                {t('entries', { count: log.total, shown: number(log.total) })}
              </span>
            )}
          </h1>
          <p className={styles['muted']}>{t('intro')}</p>
        </div>
        <div className={styles['actions']}>
          <Button
            icon={<IconSuccess />}
            isDisabled={isEmpty || verify.task.kind === 'running'}
            onPress={verify.run}
          >
            {t('verify.action')}
          </Button>
          <Button
            icon={<IconExport />}
            isDisabled={isEmpty}
            isPending={writing.task.kind === 'running'}
            onPress={writing.run}
          >
            {t('export.action')}
          </Button>
        </div>
      </header>
      {/* Always there, so that what comes into it is read aloud. */}
      <div role="status" className={styles['notices']}>
        <VerdictNotice work={verify} />
        <ExportNotice work={writing} />
      </div>
      <AuditList log={log} />
    </div>
  );
}
