import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import styles from './cells.module.css';
import { NotKnown } from './not-known';

/** The merchant's reference, with a mark while an edit of the link is not settled: a dot, or a pointed sign to decide. */
export function ReferenceCell({ row }: { readonly row: LinkRow }) {
  return (
    <span className={styles['reference']}>
      {row.reference === '' ? <NotKnown /> : <bdi>{row.reference}</bdi>}
      <EditMark row={row} />
    </span>
  );
}

function EditMark({ row: { pending, conflict } }: { readonly row: LinkRow }) {
  const { t } = useTranslation('links');
  if (conflict) {
    return (
      <span
        className={styles['conflict']}
        role="img"
        aria-label={t('conflictMark')}
        title={t('conflictMark')}
      >
        !
      </span>
    );
  }
  if (!pending) return null;
  return <span className={styles['pending']} role="img" aria-label={t('pending')} title={t('pending')} />;
}
