import type { ReactNode } from 'react';
import { Separator, Toolbar as AriaToolbar } from 'react-aria-components';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Controls that belong together: one tab stop, arrows move inside. */
export function Toolbar({ label, children }: ToolbarProps): ReactNode {
  return (
    <AriaToolbar aria-label={label} className={styles['toolbar'] ?? ''}>
      {children}
    </AriaToolbar>
  );
}

/** Pushes what follows to the inline end. */
export function ToolbarSpacer(): ReactNode {
  return <span className={styles['spacer']} />;
}

/** A thin line between groups. */
export function ToolbarSeparator(): ReactNode {
  return <Separator orientation="vertical" className={styles['separator'] ?? ''} />;
}
