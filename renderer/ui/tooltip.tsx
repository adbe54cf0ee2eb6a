import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  /** One focusable part. */
  readonly children: ReactNode;
}

/** Names a part on hover and on keyboard focus. Never the only place of a needed word. */
export function Tooltip({ text, children }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <AriaTooltip className={styles['tooltip'] ?? ''} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
