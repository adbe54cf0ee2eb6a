import { useTranslation } from 'react-i18next';
import type { BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { Notice } from '../../ui/notice';

/** A failed export: what happened, what to do next, and that everything chosen is still there. */
export function ExportFailure({ error }: { readonly error: BridgeError }) {
  const { t } = useTranslation('export');
  const { title, next } = useErrorWords()(error.code);
  // The user's own decision, not a mishap.
  if (error.code === 'app/cancelled') return <Notice tone="info">{t('progress.cancelled')}</Notice>;
  return (
    <Notice tone="error" title={title}>
      {next}
    </Notice>
  );
}
