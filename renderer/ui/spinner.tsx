import type { ReactNode } from 'react';
import styles from './spinner.module.css';

export interface SpinnerProps {
  /** Announced to screen readers; without it the spinner is decoration. */
  readonly label?: string;
  /** CSS pixels; 16 unless told. */
  readonly size?: number;
}

/** Says that something is going on and nobody knows for how long. */
export function Spinner({ label, size = 16 }: SpinnerProps): ReactNode {
  return (
    <span role={label === undefined ? undefined : 'status'} aria-label={label} className={styles['spinner']}>
      <svg viewBox="0 0 16 16" width={size} height={size} fill="none" strokeWidth={2} aria-hidden>
        <circle cx="8" cy="8" r="6" stroke="currentColor" opacity={0.22} />
        <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeLinecap="round" />
      </svg>
    </span>
  );
}
