import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useFrameWords } from '../i18n/use-frame-words';
import styles from './chip.module.css';
import { IconClose } from './icons/actions';

/** What a colour means; never the only sign of it. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'violet';

export interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly onRemove?: () => void;
  /** What is removed, for screen readers; needed with `onRemove` when `children` is no plain text. */
  readonly removeLabel?: string;
}

/** A short tag, removable if told so. */
export function Chip({ children, tone = 'neutral', icon, onRemove, removeLabel }: ChipProps): ReactNode {
  const t = useFrameWords();
  const name = removeLabel ?? (typeof children === 'string' ? children : '');
  return (
    <span className={styles['chip']} data-tone={tone}>
      {icon}
      <span className={styles['text']}>{children}</span>
      {onRemove !== undefined && (
        <AriaButton
          className={styles['remove'] ?? ''}
          aria-label={t('remove', { what: name })}
          onPress={onRemove}
        >
          <IconClose size={12} />
        </AriaButton>
      )}
    </span>
  );
}
