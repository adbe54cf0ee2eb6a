import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ProgressBar,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
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
      {rest.isPending === true ? <PendingSign /> : icon}
      {children}
      {shortcut !== undefined && (
        <span className={styles['shortcut']}>
          <Kbd isBare>{shortcut}</Kbd>
        </span>
      )}
    </AriaButton>
  );
}

/** What react-aria reads aloud when a button begins to wait; without it the announcement would be empty. */
function PendingSign(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <ProgressBar isIndeterminate aria-label={t('working')} className={styles['pending'] ?? ''}>
      <Spinner size={14} />
    </ProgressBar>
  );
}
