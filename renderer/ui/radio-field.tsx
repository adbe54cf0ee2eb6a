import type { ReactNode } from 'react';
import { Label, RadioButton, RadioField as AriaRadioField, RadioGroup, Text } from 'react-aria-components';
import styles from './checkbox.module.css';
import field from './field.module.css';

export interface RadioOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

export interface RadioFieldProps<Id extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Id>[];
  /** Undefined: none is chosen yet. */
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  /** Beside each other, for a few short words. */
  readonly isInRow?: boolean;
}

/** One of a few values, all in sight. */
export function RadioField<Id extends string>(props: RadioFieldProps<Id>): ReactNode {
  const { label, options, value, onChange, isDisabled = false, isInRow = false } = props;
  return (
    <RadioGroup
      value={value ?? null}
      orientation={isInRow ? 'horizontal' : 'vertical'}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.id === chosen);
        if (option !== undefined) onChange(option.id);
      }}
      className={field['field'] ?? ''}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={styles['group']} data-in-row={isInRow || undefined}>
        {options.map((option) => (
          <AriaRadioField
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={styles['option'] ?? ''}
          >
            <RadioButton className={styles['button'] ?? ''}>
              <span className={styles['dot']} aria-hidden />
              <span>{option.label}</span>
            </RadioButton>
            {option.description !== undefined && (
              <Text slot="description" className={styles['description'] ?? ''}>
                {option.description}
              </Text>
            )}
          </AriaRadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
