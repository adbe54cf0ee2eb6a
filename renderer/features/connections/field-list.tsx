import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#domain/provider';
import { RadioField } from '../../ui/radio-field';
import { TextField } from '../../ui/text-field';
import { TileField } from '../../ui/tile-field';
import { AhrvoFields } from './ahrvo-fields';
import {
  formEnvironmentsOf,
  withProvider,
  type ConnectionForm,
  type FormEnvironment,
} from './connection-form';
import styles from './connections.module.css';
import { ProofFields } from './proof-fields';
import { useBoundFields, type BoundFieldsProps } from './use-bound-fields';

export interface FieldListProps extends Omit<BoundFieldsProps, 'form' | 'onEdit'> {
  readonly form: ConnectionForm;
  readonly onEdit: (part: Partial<ConnectionForm>) => void;
}

/** The fields of a connection, each saying where its value is found; which they are, the provider decides. */
export function FieldList(props: FieldListProps) {
  const { form, isBusy, onEdit } = props;
  const { t } = useTranslation('connections');
  const { bind, blanks } = useBoundFields(props);
  const environments: readonly FormEnvironment[] = formEnvironmentsOf[form.provider];
  return (
    <div className={styles['fields']}>
      <TextField {...bind('name')} autoFocus />
      <RadioField<FormEnvironment>
        label={t('form.environment')}
        options={environments.map((id) => ({
          id,
          label: t(`environment.${id}`),
          description:
            form.provider === 'ahrvo' && id === 'production'
              ? t('environmentHint.productionAt', { host: '\u2066api.ahrvo.network\u2069' })
              : t(`environmentHint.${id}`),
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
      {form.provider === 'aps' ? (
        <ProofFields
          {...props}
          beside={
            <div>
              <TextField {...bind('merchantIdentifier')} dir="ltr" autoComplete="off" />
              {blanks('merchantIdentifier')}
            </div>
          }
        />
      ) : (
        <AhrvoFields {...props} />
      )}
    </div>
  );
}

/** Which provider the account is at: it decides what else is asked. */
export function ProviderChoice({ form, onEdit }: Pick<FieldListProps, 'form' | 'onEdit'>) {
  const { t } = useTranslation('connections');
  return (
    <TileField<ProviderId>
      label={t('form.provider')}
      tiles={(['aps', 'ahrvo'] as const).map((id) => ({
        id,
        label: t(`provider.${id}`),
        description: t(`providerHint.${id}`),
      }))}
      value={form.provider}
      onChange={(provider) => onEdit(withProvider(form, provider))}
    />
  );
}
