import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Pick<
  AriaButtonProps,
  'onPress' | 'isDisabled' | 'slot' | 'autoFocus'
> {
  /** The accessible name, also shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly variant?: 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
  /** Makes it a toggle that is on or off. */
  readonly isPressed?: boolean;
}

/** A button that shows only an icon. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { label, icon, variant = 'quiet', size = 'normal', isPressed, onPress, slot, ...rest } = props;
  const className = classNames(
    styles['button'],
    styles['iconOnly'],
    styles[variant],
    size === 'small' && styles['small'],
  );
  return (
    <Tooltip text={label}>
      {isPressed === undefined ? (
        <AriaButton
          {...rest}
          {...(slot !== undefined && { slot })}
          {...(onPress && { onPress })}
          aria-label={label}
          className={className}
        >
          {icon}
        </AriaButton>
      ) : (
        <ToggleButton
          {...rest}
          {...(onPress && { onPress })}
          isSelected={isPressed}
          aria-label={label}
          className={className}
        >
          {icon}
        </ToggleButton>
      )}
    </Tooltip>
  );
}
