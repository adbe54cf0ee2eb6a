import type { ReactNode } from 'react';
import styles from './check-mark.module.css';

export interface CheckMarkProps {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
}

/** The box of a check box, without its behaviour. */
export function CheckMark({ isSelected, isIndeterminate = false }: CheckMarkProps): ReactNode {
  return (
    <span className={styles['box']} data-on={isSelected || isIndeterminate || undefined} aria-hidden>
      {(isSelected || isIndeterminate) && (
        <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.8">
          <path
            d={isIndeterminate ? 'M2.5 6h7' : 'm2.5 6.3 2.3 2.3 4.7-5'}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      )}
    </span>
  );
}
