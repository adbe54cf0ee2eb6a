import { useTranslation } from 'react-i18next';
import type { EditableField } from '#domain/capability';
import type { ConflictField } from '#domain/conflict-fields';
import type { FieldValue } from '#domain/link-patch';
import { Chip } from '../../../ui/chip';
import { useValueWords } from '../use-value-words';
import styles from './conflicts.module.css';

export interface ConflictTableProps {
  readonly fields: readonly ConflictField[];
  readonly label: string;
}

/** The values of one link side by side: when planned, at the provider now, ours. */
export function ConflictTable({ fields, label }: ConflictTableProps) {
  const { t } = useTranslation(['conflicts', 'jobs']);
  const words = useValueWords();
  const known = (field: EditableField, value: FieldValue) => words(field, value) || t('notKnown');
  return (
    <table className={styles['table']} aria-label={label} data-selectable>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('was')}</th>
          <th scope="col">{t('theirs')}</th>
          <th scope="col">{t('mine')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, was, theirs, mine, hasChanged }) => (
          <tr key={field}>
            <th scope="row">{t(`jobs:field.${field}`)}</th>
            <td>{known(field, was)}</td>
            <td>
              <span className={styles['value']}>
                <strong data-changed={hasChanged || undefined}>{known(field, theirs)}</strong>
                {hasChanged && <Chip tone="warning">{t('changed')}</Chip>}
              </span>
            </td>
            <td>
              {mine !== undefined ? (
                <strong>{known(field, mine)}</strong>
              ) : (
                <span className={styles['muted']}>{t('untouched')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
