import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import styles from './dialog.module.css';
import { IconButton } from './icon-button';
import { IconClose } from './icons/actions';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** While something runs that must not be lost, Esc and a click outside do not close. */
  readonly isBusy?: boolean;
  /** `alertdialog` for a question that stops everything. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal window. Focus stays inside and goes back to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  const {
    title,
    isOpen,
    onClose,
    children,
    footer,
    size = 'medium',
    isBusy = false,
    role = 'dialog',
  } = props;
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLElement>(null);
  useLostFocus(dialog, isOpen && !isBusy ? onClose : undefined);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isBusy && role === 'dialog'}
      isKeyboardDismissDisabled={isBusy}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={classNames(styles['modal'], styles[size])}>
        <AriaDialog ref={dialog} role={role} data-modal className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton
              label={t('close')}
              icon={<IconClose />}
              size="small"
              onPress={onClose}
              isDisabled={isBusy}
            />
          </header>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * A button that is disabled by its own press takes the focus with it, without an event: the window would hear no key any more.
 * The next key puts the focus back into it, and Esc closes it as ever.
 */
function useLostFocus(dialog: RefObject<HTMLElement | null>, onEscape: (() => void) | undefined): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (document.activeElement !== document.body || dialog.current === null) return;
    const open = document.querySelectorAll('[data-modal]');
    if (open[open.length - 1] !== dialog.current) return;
    dialog.current.focus();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onEscape?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
