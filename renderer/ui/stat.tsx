import type { ReactNode } from 'react';
import styles from './stat.module.css';

export interface StatProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** One figure with its name under a heading or in a footer. */
export function Stat({ label, children }: StatProps): ReactNode {
  return (
    <dl className={styles['stat']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={styles['value']}>{children}</dd>
    </dl>
  );
}
