import { useTranslation } from 'react-i18next';
import { RadioField } from '../../ui/radio-field';
import { TextField } from '../../ui/text-field';
import { formEnvironments, type ConnectionForm, type FormEnvironment } from './connection-form';
import styles from './connections.module.css';
import { ProofFields } from './proof-fields';
import { useBoundFields, type BoundFieldsProps } from './use-bound-fields';

export interface FieldListProps extends Omit<BoundFieldsProps, 'form' | 'onEdit'> {
  readonly form: ConnectionForm;
  readonly onEdit: (part: Partial<ConnectionForm>) => void;
}

/** The fields of a connection, each saying where its value is found. */
export function FieldList(props: FieldListProps) {
  const { form, isBusy, onEdit } = props;
  const { t } = useTranslation('connections');
  const { bind, blanks } = useBoundFields(props);
  return (
    <div className={styles['fields']}>
      <TextField {...bind('name')} autoFocus />
      <RadioField<FormEnvironment>
        label={t('form.environment')}
        options={formEnvironments.map((id) => ({
          id,
          label: t(`environment.${id}`),
          description: t(`environmentHint.${id}`),
        }))}
        value={form.environment}
        onChange={(environment) => onEdit({ environment })}
        isDisabled={isBusy}
      />
      {form.environment === 'custom' && (
        <div>
          <TextField {...bind('endpoint')} dir="ltr" />
          {blanks('endpoint')}
        </div>
      )}
      <ProofFields
        {...props}
        beside={
          <div>
            <TextField {...bind('merchantIdentifier')} dir="ltr" autoComplete="off" />
            {blanks('merchantIdentifier')}
          </div>
        }
      />
    </div>
  );
}
