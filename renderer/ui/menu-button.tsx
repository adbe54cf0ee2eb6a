import type { ReactNode } from 'react';
import { Menu, MenuItem as AriaMenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { classNames } from './class-names';
import { IconCheck } from './icons/actions';
import popover from './popover.module.css';

export type MenuItem =
  | {
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
  | { readonly id: string; readonly separator: true };

export interface MenuButtonProps {
  /** A `Button` or an `IconButton`. */
  readonly trigger: ReactNode;
  readonly items: readonly MenuItem[];
  readonly onAction: (id: string) => void;
  /** For a menu that a shortcut opens too; else it keeps that itself. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** For long lists: takes the height the window has. */
  readonly isTall?: boolean;
}

/** A button that opens a menu of actions. */
export function MenuButton({ trigger, items, onAction, isTall, ...open }: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger {...open}>
      {trigger}
      <Popover className={popover['popover'] ?? ''} offset={4} placement="bottom start">
        <MenuList items={items} onAction={onAction} {...(isTall !== undefined && { isTall })} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuListProps extends Pick<MenuButtonProps, 'items' | 'onAction' | 'isTall'> {
  /** For a menu without a button, which names it and hands it the keyboard otherwise. */
  readonly label?: string;
}

/** The menu alone, for a popover that is opened at the mouse. */
export function MenuList({ items, onAction, isTall = false, label }: MenuListProps): ReactNode {
  const disabled = items.filter((item) => 'isDisabled' in item && item.isDisabled);
  return (
    <Menu
      {...(label !== undefined && { 'aria-label': label, autoFocus: true })}
      className={classNames(popover['list'], isTall && popover['tall'])}
      onAction={(key) => onAction(String(key))}
      disabledKeys={disabled.map((item) => item.id)}
    >
      {items.map((item) =>
        'separator' in item ? (
          <Separator key={item.id} className={popover['separator'] ?? ''} />
        ) : (
          <AriaMenuItem
            key={item.id}
            id={item.id}
            textValue={item.label}
            className={popover['item'] ?? ''}
            {...(item.tone !== undefined && { 'data-tone': item.tone })}
          >
            {item.isChecked !== undefined && (
              <span className={popover['mark']}>{item.isChecked && <IconCheck />}</span>
            )}
            {item.icon !== undefined && <span className={popover['itemIcon']}>{item.icon}</span>}
            <span className={popover['itemText']}>
              <Text slot="label">{item.label}</Text>
              {item.description !== undefined && (
                <Text slot="description" className={popover['itemNote'] ?? ''}>
                  {item.description}
                </Text>
              )}
            </span>
            {item.shortcut !== undefined && (
              // Drawn by the style sheet: it is no part of the item's name.
              <span className={popover['shortcut']} data-keys={item.shortcut} />
            )}
          </AriaMenuItem>
        ),
      )}
    </Menu>
  );
}
