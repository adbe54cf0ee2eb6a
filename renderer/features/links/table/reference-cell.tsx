import { useTranslation } from 'react-i18next';
import type { LinkRow } from '#domain/payment-link';
import { IconCopy } from '../../../ui/icons/actions';
import styles from './cells.module.css';
import { NotKnown } from './not-known';

/** The merchant's reference, with marks: an edit that is not settled, and another open link that asks for the same. */
export function ReferenceCell({ row }: { readonly row: LinkRow }) {
  return (
    <span className={styles['reference']}>
      {row.reference === '' ? <NotKnown /> : <bdi>{row.reference}</bdi>}
      <EditMark row={row} />
      {row.duplicate === true && <DuplicateMark />}
    </span>
  );
}

/** Two sheets, one over the other. */
function DuplicateMark() {
  const { t } = useTranslation('links');
  return (
    <span
      className={styles['duplicate']}
      role="img"
      aria-label={t('duplicateMark')}
      title={t('duplicateMark')}
    >
      <IconCopy size={14} />
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
