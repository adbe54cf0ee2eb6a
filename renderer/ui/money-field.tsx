import type { ReactNode } from 'react';
import { Input, Label, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names';
import { FieldNotes } from './field-notes';
import styles from './field.module.css';

export interface MoneyFieldProps {
  readonly label: string;
  /** ISO 4217 code, shown beside the figure. */
  readonly currency: string;
  /** Exactly what was typed. Reading it as money is for `#domain/money`: no float ever touches an amount. */
  readonly value: string;
  readonly onChange: (raw: string) => void;
  /** Rewrites the text when the field is left, for example with all its decimals; undefined leaves it as it is. */
  readonly tidy?: (raw: string) => string | undefined;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
}

/** An amount in major units of one currency. Left to right in every language, as on a calculator. */
export function MoneyField(props: MoneyFieldProps): ReactNode {
  const { label, currency, value, onChange, tidy, error, description, ...rest } = props;
  const onBlur = (): void => {
    const tidied = tidy?.(value);
    if (tidied !== undefined && tidied !== value) onChange(tidied);
  };
  return (
    <AriaTextField
      {...rest}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={error !== undefined}
      className={styles['field'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['control']} dir="ltr">
        <span className={styles['affix']}>{currency}</span>
        <Input
          className={classNames(styles['input'], styles['figure'])}
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
