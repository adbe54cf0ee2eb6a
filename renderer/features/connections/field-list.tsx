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
  const bind = (field: TextFieldName) => {
    const error = wordProblem(field);
    return {
      label: t(`form.${field}`),
      value: form[field],
      onChange: (text: string) => onEdit({ [field]: text }),
      onBlur: () => onVisit(field),
      description: t(`form.${field}Hint`),
      isDisabled: isBusy,
      ...(error === undefined ? {} : { error }),
    };
  };
  const blanks = (field: TextFieldName) =>
    verdict.blanks.includes(field) && <BlanksHint onTrim={() => onEdit({ [field]: form[field].trim() })} />;
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
      <div className={styles['pair']}>
        <div>
          <TextField {...bind('merchantIdentifier')} dir="ltr" autoComplete="off" />
          {blanks('merchantIdentifier')}
        </div>
        <div>
          <TextField {...bind('accessCode')} dir="ltr" autoComplete="off" />
          {blanks('accessCode')}
        </div>
      </div>
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
    </div>
  );
}

/** Points at blanks around a pasted value and offers to remove them: a phrase may really end with one. */
function BlanksHint({ onTrim }: { readonly onTrim: () => void }) {
  const { t } = useTranslation('connections');
  return (
    <div className={styles['blanks']} role="status">
      {t('problem.spaces')}
      <Button size="small" onPress={onTrim}>
        {t('problem.trim')}
      </Button>
    </div>
  );
}
