import { useTranslation } from 'react-i18next';
import { importFields, type ImportField } from '#domain/import-map';
import type { BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { Notice } from '../../ui/notice';
import type { ImportFailure } from './import-flow';
import { knownReason } from './known-reasons';

const isField = (name: string | undefined): name is ImportField =>
  (importFields as readonly (string | undefined)[]).includes(name);

/** What went wrong with an import, what to do next, and the field it is about. */
export function ImportProblem({ error }: { readonly error: ImportFailure }) {
  const { t } = useTranslation('import');
  if (error === 'several-files') return <Notice tone="warning">{t('drop.several')}</Notice>;
  // The user's own decision, not a mishap.
  if (error.code === 'app/cancelled') return <Notice tone="info">{t('progress.cancelled')}</Notice>;
  return <CallFailure error={error} />;
}

function CallFailure({ error }: { readonly error: BridgeError }) {
  const { t } = useTranslation('import');
  const { title, next } = useErrorWords()(error.code);
  const reason = knownReason(error);
  return (
    <Notice tone="error" title={title}>
      <p>{reason === undefined ? next : t(`reason.${reason}`)}</p>
      {isField(error.field) && <p>{t('missingFields', { fields: t(`field.${error.field}`) })}</p>}
      <p>{t('nothingStored')}</p>
    </Notice>
  );
}
