import { useTranslation } from 'react-i18next';
import type { FieldChange } from '#domain/link-patch';
import { useValueWords } from './field-words';
import styles from './link-panel.module.css';

/** Exactly what would be sent, before and after. */
export function EditPreview({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  if (changes.length === 0) return null;
  return (
    <div className={styles['preview']}>
      <table>
        <caption>{t('form.preview')}</caption>
        <thead className="visually-hidden">
          <tr>
            <td />
            <th scope="col">{t('form.before')}</th>
            <th scope="col">{t('form.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{t(`form.${field}`)}</th>
              <td>
                <del>
                  <bdi>{words(field, before)}</bdi>
                </del>
              </td>
              <td>
                <ins>
                  <bdi>{words(field, after)}</bdi>
                </ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
