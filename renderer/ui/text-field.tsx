import type { ReactNode } from 'react';
import {
  Input,
  Label,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FieldNotes } from './field-notes';
import styles from './field.module.css';

type Passed =
  | 'isDisabled'
  | 'isReadOnly'
  | 'isRequired'
  | 'autoFocus'
  | 'name'
  | 'maxLength'
  | 'onBlur'
  | 'autoComplete'
  | 'inputMode';

export interface TextFieldProps extends Pick<AriaTextFieldProps, Passed> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly description?: ReactNode;
  /** Shown in place of the description; marks the field as wrong. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** For identifiers, addresses and keys, which read left to right in every language. */
  readonly dir?: 'ltr';
  readonly type?: 'text' | 'email' | 'password' | 'url';
  readonly multiline?: boolean;
  /** Says "optional" beside the label. */
  readonly isOptional?: boolean;
}

/** One line, or a few lines, of text. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    label,
    description,
    error,
    placeholder,
    dir,
    type = 'text',
    multiline = false,
    isOptional,
    ...rest
  } = props;
  const { t } = useTranslation('common');
  const control = {
    className: styles['input'] ?? '',
    ...(placeholder !== undefined && { placeholder }),
    ...(dir !== undefined && { dir }),
  };
  return (
    <AriaTextField {...rest} type={type} isInvalid={error !== undefined} className={styles['field'] ?? ''}>
      <Label className={styles['label'] ?? ''}>
        {/* The blank keeps Arabic letters of two words apart. */}
        {label} {isOptional === true && <span className={styles['mark']}>{t('optional')}</span>}
      </Label>
      <div className={styles['control']}>
        {multiline ? <TextArea {...control} rows={3} /> : <Input {...control} spellCheck={false} />}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
