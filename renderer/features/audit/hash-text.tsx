import { useDesk } from '../../stores/desk-context';
import { CopyButton } from '../../ui/copy-button';
import styles from './audit.module.css';

export interface HashTextProps {
  readonly hash: string;
  /** Of the button that copies it. */
  readonly label: string;
}

/** A whole hash, to read and to copy. */
export function HashText({ hash, label }: HashTextProps) {
  const { bridge } = useDesk();
  return (
    <span className={styles['digest']}>
      <code dir="ltr" data-selectable>
        {hash}
      </code>
      <CopyButton label={label} copy={() => bridge.call('app:copy-text', { text: hash })} />
    </span>
  );
}
