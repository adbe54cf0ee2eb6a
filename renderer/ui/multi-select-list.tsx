import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useFormatters } from '../i18n/use-formatters';
import { CheckMark } from './check-mark';
import popover from './popover.module.css';

export interface MultiSelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many rows have this value. */
  readonly count?: number;
  readonly icon?: ReactNode;
}

export interface MultiSelectListProps<Id extends string> {
  readonly label: string;
  readonly options: readonly MultiSelectOption<Id>[];
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
}

/** Any number of values; the usual body of a filter chip's popover. */
export function MultiSelectList<Id extends string>(props: MultiSelectListProps<Id>): ReactNode {
  const { label, options, value, onChange } = props;
  const { number } = useFormatters();
  return (
    <ListBox
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(keys) =>
        onChange(options.map((option) => option.id).filter((id) => keys === 'all' || keys.has(id)))
      }
      className={popover['list'] ?? ''}
      items={options}
      autoFocus="first"
      // Esc closes the popover around the list; it must not untick everything first.
      escapeKeyBehavior="none"
    >
      {(option) => (
        <ListBoxItem id={option.id} textValue={option.label} className={popover['item'] ?? ''}>
          {({ isSelected }) => (
            <>
              <CheckMark isSelected={isSelected} />
              {option.icon}
              {/* Not the label slot: an option is called by all one sees of it, its count too. */}
              <span className={popover['itemText']}>{option.label}</span>
              {option.count !== undefined && <span className={popover['count']}>{number(option.count)}</span>}
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
