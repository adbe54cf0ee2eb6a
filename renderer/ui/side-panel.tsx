import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import { IconClose } from './icons/actions';
import styles from './side-panel.module.css';

export interface SidePanelProps {
  readonly title: ReactNode;
  /** The accessible name of the region. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Under the title, above the line: status, amount. */
  readonly header?: ReactNode;
  /** Stays at the bottom: the form's buttons. */
  readonly footer?: ReactNode;
}

/** Details beside a list. Not modal: the list stays in use. Esc inside it closes it; the parent returns the focus. */
export function SidePanel({ title, label, onClose, children, header, footer }: SidePanelProps): ReactNode {
  const { t } = useTranslation('common');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // The keys of everything inside arrive here; the region itself is no control.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={styles['panel']} aria-label={label} onKeyDown={onKeyDown}>
      <header className={styles['header']}>
        <div className={styles['titleRow']}>
          <h2 className={styles['title']}>{title}</h2>
          <IconButton label={t('close')} icon={<IconClose />} size="small" onPress={onClose} />
        </div>
        {header}
      </header>
      <div className={styles['body']}>{children}</div>
      {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
    </aside>
  );
}
