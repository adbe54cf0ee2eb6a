import { useRef, type ReactNode } from 'react';
import { Popover } from 'react-aria-components';
import styles from './context-menu.module.css';
import { MenuList, type MenuItem } from './menu-button';
import popover from './popover.module.css';

export interface ContextMenuProps {
  /** Name of the menu, for screen readers. */
  readonly label: string;
  /** Where it opens, in the window's CSS pixels; undefined while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly items: readonly MenuItem[];
  readonly onAction: (id: string) => void;
  readonly onClose: () => void;
}

/** A menu at a place instead of a button: for right clicks and the menu key. Closing it gives the focus back. */
export function ContextMenu({ label, at, items, onAction, onClose }: ContextMenuProps): ReactNode {
  const place = useRef<HTMLSpanElement>(null);
  return (
    <>
      {at !== undefined && (
        <span ref={place} aria-hidden className={styles['place']} style={{ left: at.x, top: at.y }} />
      )}
      <Popover
        aria-label={label}
        className={popover['popover'] ?? ''}
        triggerRef={place}
        isOpen={at !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        offset={2}
        placement="bottom start"
      >
        <MenuList
          label={label}
          items={items}
          onAction={(id) => {
            onClose();
            onAction(id);
          }}
          isTall
        />
      </Popover>
    </>
  );
}
