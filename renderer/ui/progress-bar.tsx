import type { ReactNode } from 'react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Shown and read in place of a percentage: "1,204 of 3,000". */
  readonly valueLabel?: string;
  readonly tone?: 'accent' | 'success' | 'danger';
  /** Running, but nobody knows how far. */
  readonly isIndeterminate?: boolean;
}

/** How much of something is done. */
export function ProgressBar(props: ProgressBarProps): ReactNode {
  const { label, value, max, valueLabel, tone = 'accent', isIndeterminate = false } = props;
  return (
    <AriaProgressBar
      value={value}
      minValue={0}
      maxValue={Math.max(1, max)}
      isIndeterminate={isIndeterminate}
      {...(valueLabel !== undefined && { valueLabel })}
      className={styles['progress'] ?? ''}
    >
      {({ percentage = 0, valueText }) => (
        <>
          <span className={styles['texts']}>
            <Label>{label}</Label>
            {!isIndeterminate && <span className={styles['value']}>{valueText}</span>}
          </span>
          <span className={styles['track']}>
            <span
              className={styles['fill']}
              data-tone={tone}
              data-running={isIndeterminate || undefined}
              style={isIndeterminate ? {} : { inlineSize: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
