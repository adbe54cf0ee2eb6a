import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/icon-button';
import { IconChevronNext, IconChevronPrevious } from '../../../ui/icons/arrows';
import styles from './conflicts.module.css';

export interface PagerProps {
  /** The first page is 0. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** Leads through a long list page by page. */
export function Pager({ page, perPage, total, onPage }: PagerProps) {
  const { t } = useTranslation('conflicts');
  if (total <= perPage) return null;
  const last = Math.min(total, (page + 1) * perPage);
  return (
    <nav className={styles['pager']} aria-label={t('pages')}>
      <IconButton
        label={t('previous')}
        icon={<IconChevronPrevious />}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      />
      <span aria-live="polite">{t('page', { first: page * perPage + 1, last, total })}</span>
      <IconButton
        label={t('next')}
        icon={<IconChevronNext />}
        isDisabled={last >= total}
        onPress={() => onPage(page + 1)}
      />
    </nav>
  );
}
