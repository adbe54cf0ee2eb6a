import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { IconButton } from './icon-button';
import { IconClose } from './icons/actions';
import { noticeIcons } from './notice';
import type { ToastQueue } from './toast-queue';
import styles from './toasts.module.css';

/** Shows a queue's toasts where they cover no buttons and announces each one. They wait while the mouse or the keyboard is on them. */
export function Toasts({ queue }: { readonly queue: ToastQueue }): ReactNode {
  const { t } = useTranslation('common');
  const toasts = useSyncExternalStore(queue.subscribe, queue.current);
  return (
    // Always there, also when empty: screen readers only notice changes inside a region they know. Its handlers only stop
    // the clocks; nothing can be done here that the buttons inside do not do.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="region"
      aria-label={t('notifications')}
      // Over a modal window too: it stays readable and can be pressed without closing the window.
      data-react-aria-top-layer
      className={styles['toasts']}
      onMouseEnter={queue.hold}
      onMouseLeave={queue.release}
      onFocus={queue.hold}
      onBlur={queue.release}
    >
      <div role="status" aria-live="polite" aria-atomic={false} className={styles['stack']}>
        {toasts.map((toast) => (
          <div key={toast.id} className={styles['toast']} data-tone={toast.tone}>
            <span className={styles['icon']}>{noticeIcons[toast.tone]}</span>
            <p className={styles['text']}>{toast.text}</p>
            {toast.action !== undefined && (
              <Button
                size="small"
                onPress={() => {
                  toast.action?.onPress();
                  queue.dismiss(toast.id);
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton
              label={t('dismiss')}
              icon={<IconClose size={14} />}
              size="small"
              onPress={() => queue.dismiss(toast.id)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
