import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usualApiVersion } from '#domain/provider';
import { Button } from '../../ui/button';
import type { FieldVerdict, TextFieldName } from './connection-fields';
import styles from './connections.module.css';

type Texts = Readonly<Partial<Record<TextFieldName, string>>>;

export interface BoundFieldsProps {
  readonly form: Texts;
  readonly verdict: FieldVerdict;
  /** Fields the user has been in: only those are told that something is missing. */
  readonly visited: ReadonlySet<TextFieldName>;
  readonly isBusy: boolean;
  readonly onEdit: (part: Texts) => void;
  readonly onVisit: (field: TextFieldName) => void;
}

export interface BoundField {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly description: string;
  readonly isDisabled: boolean;
  readonly error?: string;
}

/** Ties text fields to a form: label, hint, value and problem of each, and the word about blanks that stands below it. */
export function useBoundFields({ form, verdict, visited, isBusy, onEdit, onVisit }: BoundFieldsProps): {
  readonly bind: (field: TextFieldName) => BoundField;
  readonly blanks: (field: TextFieldName) => ReactNode;
} {
  const { t } = useTranslation('connections');
  const wordProblem = (field: TextFieldName): string | undefined => {
    const problem = verdict.problems[field];
    if (problem === undefined || (problem.kind === 'required' && !visited.has(field))) return undefined;
    return problem.kind === 'too-long'
      ? t('problem.too-long', { max: problem.max })
      : t(`problem.${problem.kind}`);
  };
  return {
    bind: (field) => {
      const error = wordProblem(field);
      return {
        label: t(`form.${field}`),
        value: form[field] ?? '',
        onChange: (text) => onEdit({ [field]: text }),
        onBlur: () => onVisit(field),
        // The usual version stands in the hint of its field.
        description: t(`form.${field}Hint`, { usual: `\u2066${usualApiVersion}\u2069` }),
        isDisabled: isBusy,
        ...(error === undefined ? {} : { error }),
      };
    },
    blanks: (field) =>
      verdict.blanks.includes(field) && (
        <BlanksHint onTrim={() => onEdit({ [field]: form[field]?.trim() ?? '' })} />
      ),
  };
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
