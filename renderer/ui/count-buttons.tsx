import type { ReactNode } from 'react';
import { Button } from './button';
import styles from './count-buttons.module.css';

export interface CountButtonsProps<Id extends string> {
  readonly label: string;
  readonly counts: readonly { readonly id: Id; readonly label: string }[];
  readonly onPress: (id: Id) => void;
}

/** A few counts in words, each a button that shows what was counted. */
export function CountButtons<Id extends string>(props: CountButtonsProps<Id>): ReactNode {
  const { label, counts, onPress } = props;
  return (
    <span className={styles['counts']} role="group" aria-label={label}>
      {counts.map(({ id, label: words }) => (
        <Button key={id} size="small" onPress={() => onPress(id)}>
          {words}
        </Button>
      ))}
    </span>
  );
}
