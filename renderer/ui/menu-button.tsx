import type { ReactNode } from 'react';
import { Menu, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { classNames } from './class-names';
import { MenuRow, type MenuRowProps } from './menu-row';
import popover from './popover.module.css';

export type MenuItem = MenuRowProps | { readonly id: string; readonly separator: true };

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
  return (
    <Menu
      {...(label !== undefined && { 'aria-label': label, autoFocus: true })}
      className={classNames(popover['list'], isTall && popover['tall'])}
      onAction={(key) => onAction(String(key))}
    >
      {items.map((item) =>
        'separator' in item ? (
          <Separator key={item.id} className={popover['separator'] ?? ''} />
        ) : (
          <MenuRow key={item.id} {...item} />
        ),
      )}
    </Menu>
  );
}
