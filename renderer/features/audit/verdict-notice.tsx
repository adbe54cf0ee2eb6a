import { useTranslation } from 'react-i18next';
import type { AuditVerdict } from '#contract/audit';
import { useErrorWords } from '../../i18n/use-error-words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ProgressBar } from '../../ui/progress-bar';
import styles from './audit.module.css';
import { HashText } from './hash-text';
import type { AuditWork } from './use-audit-task';

/** How far a verification is, and what it found. */
export function VerdictNotice({ work }: { readonly work: AuditWork<AuditVerdict> }) {
  const { t } = useTranslation('audit');
  const words = useErrorWords();
  const { task, progress, cancel, dismiss } = work;
  switch (task.kind) {
    case 'idle':
      return null;
    case 'running': {
      const { done, total } = progress ?? { done: 0, total: 0 };
      return (
        <div className={styles['progress']}>
          <ProgressBar
            label={t('verify.running')}
            value={done}
            max={total}
            isIndeterminate={total === 0}
            valueLabel={t('verify.counts', { done, total })}
          />
          <Button size="small" onPress={cancel}>
            {t('verify.stop')}
          </Button>
        </div>
      );
    }
    case 'failed':
      return task.error.code === 'app/cancelled' ? (
        <Notice tone="info" onDismiss={dismiss}>
          {t('verify.stopped')}
        </Notice>
      ) : (
        <Notice tone="error" title={words(task.error.code).title} onDismiss={dismiss}>
          {words(task.error.code).next}
        </Notice>
      );
    case 'done':
      return <Verdict verdict={task.value} onDismiss={dismiss} />;
  }
}

interface VerdictProps {
  readonly verdict: AuditVerdict;
  readonly onDismiss: () => void;
}

function Verdict({ verdict: { entries, brokenAt, head }, onDismiss }: VerdictProps) {
  const { t } = useTranslation('audit');
  if (brokenAt !== undefined) {
    return (
      <Notice tone="error" title={t('verify.broken', { sequence: brokenAt })} onDismiss={onDismiss}>
        {t('verify.brokenNext', { sequence: brokenAt })}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={t('verify.whole', { count: entries })} onDismiss={onDismiss}>
      <p>{t('verify.headHint')}</p>
      <HashText hash={head} label={t('verify.copyHead')} />
    </Notice>
  );
}
