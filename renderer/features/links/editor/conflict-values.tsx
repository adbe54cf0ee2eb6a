import { useTranslation } from 'react-i18next';
import type { EditableField } from '#domain/capability';
import type { ConflictField } from '#domain/conflict-fields';
import { RadioField } from '../../../ui/radio-field';
import { useValueWords } from './field-words';
import styles from './link-panel.module.css';

/** Whose value of a field shall hold. */
export type Side = 'mine' | 'theirs';

export interface ConflictValuesProps {
  readonly fields: readonly ConflictField[];
  /** What is chosen so far, field by field; absent where there is only one field to decide. */
  readonly sides: Readonly<Partial<Record<string, Side>>> | undefined;
  readonly onChoose: (field: EditableField, side: Side) => void;
}

/** Each field's three values: when the edit was made, at the provider now, and ours. */
export function ConflictValues({ fields, sides, onChoose }: ConflictValuesProps) {
  return (
    <div className={styles['conflicts']}>
      {fields.map((field) =>
        sides === undefined || field.mine === undefined ? (
          <PlainField key={field.field} field={field} />
        ) : (
          <ChoiceField
            key={field.field}
            field={field}
            side={sides[field.field]}
            onChoose={(side) => onChoose(field.field, side)}
          />
        ),
      )}
    </div>
  );
}

function PlainField({ field: { field, was, theirs, mine } }: { readonly field: ConflictField }) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  return (
    <section className={styles['conflictField']}>
      <h3>{t(`form.${field}`)}</h3>
      <dl>
        <dt>{t('conflict.was')}</dt>
        <dd>
          <bdi>{words(field, was)}</bdi>
        </dd>
        <dt>{t('conflict.theirs')}</dt>
        <dd data-new>
          <bdi>{words(field, theirs)}</bdi>
        </dd>
        {mine !== undefined && (
          <>
            <dt>{t('conflict.mine')}</dt>
            <dd data-new>
              <bdi>{words(field, mine)}</bdi>
            </dd>
          </>
        )}
      </dl>
      {mine === undefined && <p className={styles['muted']}>{t('conflict.notTouched')}</p>}
    </section>
  );
}

interface ChoiceFieldProps {
  readonly field: ConflictField;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function ChoiceField({ field: { field, was, theirs, mine }, side, onChoose }: ChoiceFieldProps) {
  const { t } = useTranslation('links');
  const words = useValueWords();
  const told = (name: string, value: ConflictField['was']) =>
    t('conflict.value', { name, value: words(field, value) });
  return (
    <section className={styles['conflictField']}>
      <RadioField<Side>
        label={t('conflict.fieldWas', { field: t(`form.${field}`), was: words(field, was) })}
        options={[
          { id: 'theirs', label: told(t('conflict.theirs'), theirs) },
          { id: 'mine', label: told(t('conflict.mine'), mine) },
        ]}
        value={side}
        onChange={onChoose}
      />
    </section>
  );
}
