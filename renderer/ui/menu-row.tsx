import type { ReactNode } from 'react';
import { MenuItem as AriaMenuItem, Text } from 'react-aria-components';
import { IconCheck } from './icons/actions';
import popover from './popover.module.css';

export interface MenuRowProps {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  /** A line below: why it is disabled, for example. */
  readonly description?: string;
  /** Shows a mark in front: the item is a choice that is on. */
  readonly isChecked?: boolean;
}

/** One action of a menu: its name, what explains it, and the keys that do the same. */
export function MenuRow(item: MenuRowProps): ReactNode {
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      className={popover['item'] ?? ''}
      {...(item.isDisabled !== undefined && { isDisabled: item.isDisabled })}
      {...(item.tone !== undefined && { 'data-tone': item.tone })}
    >
      {item.isChecked !== undefined && (
        <span className={popover['mark']}>{item.isChecked && <IconCheck />}</span>
      )}
      {item.icon !== undefined && <span className={popover['itemIcon']}>{item.icon}</span>}
      {/* What explains it is part of its name: a disabled item is told with its reason. */}
      <Text slot="label" className={popover['itemText'] ?? ''}>
        {item.label}{' '}
        {item.description !== undefined && <span className={popover['itemNote']}>{item.description}</span>}
      </Text>
      {item.shortcut !== undefined && (
        // Drawn by the style sheet: it is no part of the item's name.
        <span className={popover['shortcut']} data-keys={item.shortcut} />
      )}
    </AriaMenuItem>
  );
}
