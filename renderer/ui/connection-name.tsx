import type { ReactNode } from 'react';
import type { ConnectionColour } from '#domain/provider';
import { ConnectionDot } from './connection-dot';
import styles from './connection-dot.module.css';

export interface ConnectionNameProps {
  readonly name: string;
  readonly colour: ConnectionColour;
}

/** A connection by its colour and its name, on one line. */
export function ConnectionName({ name, colour }: ConnectionNameProps): ReactNode {
  return (
    <span className={styles['named']}>
      <ConnectionDot colour={colour} />
      <bdi>{name}</bdi>
    </span>
  );
}
