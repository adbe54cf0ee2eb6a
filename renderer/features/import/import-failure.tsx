import { useTranslation } from 'react-i18next';
import { importFields, type ImportField } from '#domain/import-map';
import type { BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { Notice } from '../../ui/notice';

const isField = (name: string | undefined): name is ImportField =>
  (importFields as readonly (string | undefined)[]).includes(name);

/** A failed call of an import: what happened, what to do next, and the field it is about. */
export function ImportFailure({ error }: { readonly error: BridgeError }) {
  const { t } = useTranslation('import');
  const { title, next } = useErrorWords()(error.code);
  // The user's own decision, not a mishap.
  if (error.code === 'app/cancelled') return <Notice tone="info">{t('progress.cancelled')}</Notice>;
  return (
    <Notice tone="error" title={title}>
      <p>{next}</p>
      {isField(error.field) && <p>{t('missingFields', { fields: t(`field.${error.field}`) })}</p>}
    </Notice>
  );
}
