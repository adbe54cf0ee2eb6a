import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shaTypes, type ShaType } from '#domain/provider';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import styles from './connections.module.css';
import type { ProofForm } from './proof-form';
import { SecretField } from './secret-field';
import { useBoundFields, type BoundFieldsProps } from './use-bound-fields';

type ApsProof = Pick<ProofForm, 'shaType' | 'accessCode' | 'requestPhrase' | 'responsePhrase'>;

export interface ProofFieldsProps extends Omit<BoundFieldsProps, 'form' | 'onEdit'> {
  readonly form: ApsProof;
  readonly onEdit: (part: Partial<ApsProof>) => void;
  /** Stands before the access code, on the same line. */
  readonly beside?: ReactNode;
  /** The keyboard begins at the access code. */
  readonly isFirst?: boolean;
}

/** The fields that prove who we are at APS: access code, hash and the two phrases. */
export function ProofFields({ beside, isFirst = false, ...props }: ProofFieldsProps) {
  const { form, isBusy, onEdit } = props;
  const { t } = useTranslation('connections');
  const { bind, blanks } = useBoundFields(props);
  const accessCode = (
    <div>
      <TextField {...bind('accessCode')} dir="ltr" autoComplete="off" autoFocus={isFirst} />
      {blanks('accessCode')}
    </div>
  );
  return (
    <>
      {beside === undefined ? (
        accessCode
      ) : (
        <div className={styles['pair']}>
          {beside}
          {accessCode}
        </div>
      )}
      <SelectField<ShaType>
        label={t('form.shaType')}
        options={shaTypes.map((id) => ({ id, label: id }))}
        value={form.shaType}
        onChange={(shaType) => onEdit({ shaType })}
        description={t('form.shaTypeHint')}
        isDisabled={isBusy}
      />
      <div>
        <SecretField {...bind('requestPhrase')} />
        {blanks('requestPhrase')}
      </div>
      <div>
        <SecretField {...bind('responsePhrase')} />
        {blanks('responsePhrase')}
      </div>
    </>
  );
}
