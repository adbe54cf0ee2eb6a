import { useTranslation } from 'react-i18next';
import type { FieldChange } from '#domain/link-patch';
import { useValueWords } from './field-words';
import styles from './link-panel.module.css';

export interface ChangeTableProps {
  readonly caption: string;
  readonly changes: readonly FieldChange[];
}

/** Fields before and after. */
export function ChangeTable({ caption, changes }: ChangeTableProps) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  return (
    <table className={styles['changes']}>
      <caption>{caption}</caption>
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
  );
}
