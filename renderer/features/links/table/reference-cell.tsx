import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import styles from './cells.module.css';
import { NotKnown } from './not-known';

/** The merchant's reference, with a mark while an edit of the link is on its way. */
export function ReferenceCell({ row }: { readonly row: LinkRow }) {
  const { t } = useTranslation('links');
  return (
    <span className={styles['reference']}>
      {row.reference === '' ? <NotKnown /> : <bdi>{row.reference}</bdi>}
      {row.pending && (
        <span className={styles['pending']} role="img" aria-label={t('pending')} title={t('pending')} />
      )}
    </span>
  );
}
