import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { FieldNotes } from './field-notes';
import field from './field.module.css';
import { IconCheck } from './icons/actions';
import { IconChevronDown } from './icons/arrows';
import popover from './popover.module.css';
import styles from './select-field.module.css';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
}

export interface SelectFieldProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** The label is only read aloud. */
  readonly isLabelHidden?: boolean;
}

/** One of a few values. */
export function SelectField<Id extends string>(props: SelectFieldProps<Id>): ReactNode {
  const { label, options, value, onChange, description, error, placeholder, isDisabled = false } = props;
  const { t } = useTranslation('common');
  return (
    <Select
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder ?? t('choose')}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      className={field['field'] ?? ''}
    >
      <Label className={props.isLabelHidden === true ? 'visually-hidden' : (field['label'] ?? '')}>
        {label}
      </Label>
      <AriaButton className={classNames(field['control'], styles['button'])}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <IconChevronDown />
      </AriaButton>
      <FieldNotes description={description} error={error} />
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <ListBox className={popover['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={popover['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={popover['itemText']}>
                    <Text slot="label">{option.label}</Text>
                    {option.description !== undefined && (
                      <Text slot="description" className={popover['itemNote'] ?? ''}>
                        {option.description}
                      </Text>
                    )}
                  </span>
                  <span className={popover['mark']}>{isSelected && <IconCheck />}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
