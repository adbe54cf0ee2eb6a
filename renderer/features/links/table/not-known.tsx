import { useTranslation } from 'react-i18next';
import styles from './cells.module.css';

/** A value nobody has told us yet. */
export function NotKnown() {
  const { t } = useTranslation('links');
  return (
    <span className={styles['faint']}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('notKnown')}</span>
    </span>
  );
}
