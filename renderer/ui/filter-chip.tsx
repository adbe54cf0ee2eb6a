import { useRef, type ReactNode } from 'react';
import { Button as AriaButton, Dialog as AriaDialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './filter-chip.module.css';
import { IconClose, IconPlus } from './icons/actions';
import { IconChevronDown } from './icons/arrows';
import popover from './popover.module.css';

export interface FilterChipProps {
  /** What is filtered: "Status". */
  readonly field: string;
  /** The filter in words: "open, expired". Without it the chip offers to set one. */
  readonly summary?: string | undefined;
  readonly onClear?: () => void;
  /** The controls of this filter, shown in a popover. */
  readonly children: ReactNode;
  readonly defaultOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** One filter at a glance: field, value, and a popover to change it. */
export function FilterChip({
  field,
  summary,
  onClear,
  children,
  defaultOpen = false,
  onOpenChange,
}: FilterChipProps): ReactNode {
  const { t } = useTranslation('common');
  const chip = useRef<HTMLSpanElement>(null);
  const isSet = summary !== undefined;
  return (
    <span ref={chip} className={styles['chip']} data-set={isSet || undefined}>
      <DialogTrigger defaultOpen={defaultOpen} {...(onOpenChange && { onOpenChange })}>
        <AriaButton className={styles['button'] ?? ''}>
          {!isSet && <IconPlus size={13} />}
          <span className={styles['field']}>{isSet ? `${field}:` : field}</span>
          {isSet && <span className={styles['summary']}>{summary}</span>}
          {isSet && <IconChevronDown size={13} />}
        </AriaButton>
        <Popover className={popover['popover'] ?? ''} offset={6} placement="bottom start">
          <AriaDialog aria-label={field} className={styles['body'] ?? ''}>
            {children}
          </AriaDialog>
        </Popover>
      </DialogTrigger>
      {isSet && onClear !== undefined && (
        <AriaButton
          className={styles['clear'] ?? ''}
          aria-label={t('remove', { what: field })}
          onPress={() => {
            // The cross goes away with the value: the keyboard stays with the chip.
            chip.current?.querySelector('button')?.focus();
            onClear();
          }}
        >
          <IconClose size={12} />
        </AriaButton>
      )}
    </span>
  );
}
