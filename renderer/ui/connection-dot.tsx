import type { ReactNode } from 'react';
import type { ConnectionColour } from '#domain/provider';
import styles from './connection-dot.module.css';

/** The colour of a connection. It stands beside the connection's name, never instead of it. */
export function ConnectionDot({ colour }: { readonly colour: ConnectionColour }): ReactNode {
  return <span className={styles['dot']} data-colour={colour} aria-hidden />;
}
