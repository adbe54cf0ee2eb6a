import { useState, type ReactNode } from 'react';
import { Button } from './button';
import styles from './confirm-button.module.css';

export interface ConfirmButtonProps {
  readonly children: ReactNode;
  /** Asked before anything happens. */
  readonly question: string;
  /** Names the effect. */
  readonly confirm: string;
  /** Leaves everything as it is. */
  readonly keep: string;
  readonly onConfirm: () => void;
  readonly size?: 'normal' | 'small';
  readonly isDisabled?: boolean;
}

/** A button for what cannot be undone: it asks once more, in its own place. */
export function ConfirmButton(props: ConfirmButtonProps): ReactNode {
  const { children, question, confirm, keep, onConfirm, size = 'normal', isDisabled = false } = props;
  const [isAsking, setAsking] = useState(false);
  // The focus goes back to the button it came from, but is not taken when the button first appears.
  const [wasAsked, setWasAsked] = useState(false);
  if (!isAsking || isDisabled) {
    const ask = () => {
      setAsking(true);
      setWasAsked(true);
    };
    return (
      <Button size={size} isDisabled={isDisabled} autoFocus={wasAsked} onPress={ask}>
        {children}
      </Button>
    );
  }
  return (
    <span role="group" aria-label={question} className={styles['asking']}>
      <span>{question}</span>
      <Button size={size} autoFocus onPress={() => setAsking(false)}>
        {keep}
      </Button>
      <Button
        size={size}
        variant="danger"
        onPress={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </Button>
    </span>
  );
}
