import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './kbd.module.css';

export interface KbdProps {
  readonly children: string;
  /** Without the key cap around it. */
  readonly isBare?: boolean;
}

/** A key combination. Always left to right: "Ctrl K" is not mirrored. */
export function Kbd({ children, isBare = false }: KbdProps): ReactNode {
  return (
    <kbd dir="ltr" className={classNames(styles['kbd'], !isBare && styles['cap'])}>
      {children}
    </kbd>
  );
}
