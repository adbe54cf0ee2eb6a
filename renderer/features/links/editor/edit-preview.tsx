import { useTranslation } from 'react-i18next';
import type { FieldChange } from '#domain/link-patch';
import { ChangeTable } from './change-table';
import styles from './link-panel.module.css';

/** Exactly what would be sent, before and after. */
export function EditPreview({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTranslation('links');
  if (changes.length === 0) return null;
  return (
    <div className={styles['preview']}>
      <ChangeTable caption={t('form.preview')} changes={changes} />
    </div>
  );
}
