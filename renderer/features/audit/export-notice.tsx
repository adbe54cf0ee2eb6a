import { useTranslation } from 'react-i18next';
import type { FileAnswer } from '#contract/part';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { useTellFailure } from '../../stores/use-tell-failure';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { HashText } from './hash-text';
import type { AuditWork } from './use-audit-task';

/** What was written of the log, so that a reader can prove the file complete. */
export function ExportNotice({ work: { task, dismiss } }: { readonly work: AuditWork<FileAnswer> }) {
  const { t } = useTranslation('audit');
  const { bridge } = useDesk();
  const tell = useTellFailure();
  const words = useErrorWords();
  if (task.kind === 'failed') {
    const { code } = task.error;
    if (code === 'app/cancelled') return null;
    return (
      <Notice tone="error" title={words(code).title} onDismiss={dismiss}>
        {words(code).next}
      </Notice>
    );
  }
  if (task.kind !== 'done') return null;
  const { taskId, value } = task;
  const reveal = () => void bridge.call('export:reveal', { taskId }).catch(tell);
  return (
    <Notice
      tone="success"
      title={t('export.done', { count: value.rows, file: `\u2068${value.fileName}\u2069` })}
      action={
        <Button size="small" onPress={reveal}>
          {t('export.reveal')}
        </Button>
      }
      onDismiss={dismiss}
    >
      <p>{t('export.shaHint')}</p>
      <HashText hash={value.sha256} label={t('export.copySha')} />
    </Notice>
  );
}
