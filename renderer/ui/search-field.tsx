import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import field from './field.module.css';
import { IconClose, IconSearch } from './icons/actions';
import { Kbd } from './kbd';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  /** The accessible name; nothing is shown but the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit?: (text: string) => void;
  readonly placeholder?: string;
  /** The key that leads here, printed while the field is empty. */
  readonly shortcut?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Free text to search for. Esc clears it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, value, onChange, onSubmit, placeholder, shortcut, inputRef } = props;
  const { t } = useTranslation('common');
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit && { onSubmit })}
      className={classNames(field['field'], styles['search'])}
    >
      <div className={classNames(field['control'], styles['control'])}>
        <IconSearch />
        <Input
          {...(inputRef !== undefined && { ref: inputRef })}
          className={field['input'] ?? ''}
          {...(placeholder !== undefined && { placeholder })}
          spellCheck={false}
        />
        {value !== '' ? (
          <AriaButton className={styles['clear'] ?? ''} aria-label={t('clearSearch')}>
            <IconClose size={14} />
          </AriaButton>
        ) : (
          shortcut !== undefined && <Kbd>{shortcut}</Kbd>
        )}
      </div>
    </AriaSearchField>
  );
}
