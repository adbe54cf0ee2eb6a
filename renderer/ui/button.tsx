import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
  /** Drawn before the text; a spinner takes its place while pending. */
  readonly icon?: ReactNode;
  /** A key combination printed after the text. */
  readonly shortcut?: string;
}

/** A button. One `primary` per view; `danger` only for what cannot be undone. */
export function Button(props: ButtonProps): ReactNode {
  const { children, variant = 'plain', size = 'normal', icon, shortcut, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      className={classNames(styles['button'], styles[variant], size === 'small' && styles['small'])}
    >
      {rest.isPending === true ? <Spinner size={14} /> : icon}
      {children}
      {shortcut !== undefined && (
        <span className={styles['shortcut']}>
          <Kbd isBare>{shortcut}</Kbd>
        </span>
      )}
    </AriaButton>
  );
}
