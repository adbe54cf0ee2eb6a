import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import { IconClose } from './icons/actions';
import { IconError, IconInfo, IconSuccess, IconWarning } from './icons/signs';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}

/** The icon of a tone, also used by toasts. */
export const noticeIcons: Readonly<Record<NoticeTone, ReactNode>> = {
  info: <IconInfo />,
  success: <IconSuccess />,
  warning: <IconWarning />,
  error: <IconError />,
};

/** Something the user should know, where it matters. Errors and warnings are announced at once. */
export function Notice({ tone, title, children, action, onDismiss }: NoticeProps): ReactNode {
  const { t } = useTranslation('common');
  const isUrgent = tone === 'error' || tone === 'warning';
  return (
    <div role={isUrgent ? 'alert' : 'status'} className={styles['notice']} data-tone={tone}>
      <span className={styles['icon']}>{noticeIcons[tone]}</span>
      <div className={styles['text']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles['action']}>{action}</div>}
      {onDismiss !== undefined && (
        <IconButton label={t('dismiss')} icon={<IconClose size={14} />} size="small" onPress={onDismiss} />
      )}
    </div>
  );
}
