import { useEffect, useRef, type ReactNode } from 'react';
import styles from './step-heading.module.css';

export interface StepHeadingProps {
  readonly children: ReactNode;
}

/** The heading of a step that replaced another one: it takes the focus, because the pressed button is gone. */
export function StepHeading({ children }: StepHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className={styles['heading']}>
      {children}
    </h3>
  );
}
