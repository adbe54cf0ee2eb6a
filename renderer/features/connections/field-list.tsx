import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shaTypes, type ShaType } from '#domain/provider';
import { Button } from '../../ui/button';
import { RadioField } from '../../ui/radio-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import {
  formEnvironments,
  type ConnectionForm,
  type ConnectionVerdict,
  type FormEnvironment,
  type TextFieldName,
} from './connection-form';
import styles from './connections.module.css';
import { SecretField } from './secret-field';

export interface FieldListProps {
  readonly form: ConnectionForm;
  readonly verdict: ConnectionVerdict;
  /** Fields the user has been in: only those are told that something is missing. */
  readonly visited: ReadonlySet<TextFieldName>;
  readonly isBusy: boolean;
  readonly onEdit: (part: Partial<ConnectionForm>) => void;
  readonly onVisit: (field: TextFieldName) => void;
}

/** The fields of a connection, each saying where its value is found. */
export function FieldList({ form, verdict, visited, isBusy, onEdit, onVisit }: FieldListProps) {
  const { t } = useTranslation('connections');
  const wordProblem = (field: TextFieldName): string | undefined => {
    const problem = verdict.problems[field];
    if (problem === undefined || (problem.kind === 'required' && !visited.has(field))) return undefined;
    return problem.kind === 'too-long'
      ? t('problem.too-long', { max: problem.max })
      : t(`problem.${problem.kind}`);
  };
  const hint = (field: TextFieldName): ReactNode =>
    verdict.blanks.includes(field) ? (
      <BlanksHint onTrim={() => onEdit({ [field]: form[field].trim() })} />
    ) : (
      t(`form.${field}Hint`)
    );
  const bind = (field: TextFieldName) => {
    const error = verdict.blanks.includes(field) ? undefined : wordProblem(field);
    return {
      label: t(`form.${field}`),
      value: form[field],
      onChange: (text: string) => onEdit({ [field]: text }),
      onBlur: () => onVisit(field),
      description: hint(field),
      isDisabled: isBusy,
      ...(error === undefined ? {} : { error }),
    };
  };
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
      {form.environment === 'custom' && <TextField {...bind('endpoint')} dir="ltr" type="url" />}
      <div className={styles['pair']}>
        <TextField {...bind('merchantIdentifier')} dir="ltr" autoComplete="off" />
        <TextField {...bind('accessCode')} dir="ltr" autoComplete="off" />
      </div>
      <SelectField<ShaType>
        label={t('form.shaType')}
        options={shaTypes.map((id) => ({ id, label: id }))}
        value={form.shaType}
        onChange={(shaType) => onEdit({ shaType })}
        description={t('form.shaTypeHint')}
        isDisabled={isBusy}
      />
      <SecretField {...bind('requestPhrase')} />
      <SecretField {...bind('responsePhrase')} />
    </div>
  );
}

/** Points at blanks around a pasted value and offers to remove them: a phrase may really end with one. */
function BlanksHint({ onTrim }: { readonly onTrim: () => void }) {
  const { t } = useTranslation('connections');
  return (
    <span className={styles['blanks']}>
      {t('problem.spaces')}
      <Button size="small" variant="quiet" onPress={onTrim}>
        {t('problem.trim')}
      </Button>
    </span>
  );
}
