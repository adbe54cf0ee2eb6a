import { useTranslation } from 'react-i18next';
import type { BlockReason } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { RadioField } from '../../../ui/radio-field';
import styles from './link-panel.module.css';

export interface StatusFieldProps {
  readonly link: LinkRow;
  readonly value: 'open' | 'closed';
  readonly blocked: BlockReason | undefined;
  /** The reason stands elsewhere already. */
  readonly isReasonTold: boolean;
  /** The provider has been heard to refuse reopening: it is tried, and its answer shown. */
  readonly mayBeRefused: boolean;
  readonly onChange: (status: 'open' | 'closed') => void;
}

/** Open or closed: what an edit can make of a link. */
export function StatusField(props: StatusFieldProps) {
  const { link, value, blocked, isReasonTold, mayBeRefused, onChange } = props;
  const { t } = useTranslation('links');
  // A paid or unknown link is neither: no choice is marked.
  const isKnown = link.status !== 'paid' && link.status !== 'unknown';
  const openHint = t(hintOf(link, mayBeRefused));
  return (
    <div className={styles['status']}>
      <RadioField<'open' | 'closed'>
        label={t('form.status')}
        options={[
          {
            id: 'open',
            label: t('form.open'),
            ...(value === 'open' && isKnown && blocked === undefined ? { description: openHint } : {}),
          },
          {
            id: 'closed',
            label: t('form.closed'),
            ...(value === 'closed' ? { description: t('form.closedHint') } : {}),
          },
        ]}
        value={isKnown ? value : undefined}
        onChange={onChange}
        isDisabled={blocked !== undefined}
      />
      {blocked !== undefined && !isReasonTold && <p className={styles['muted']}>{t(`reasons.${blocked}`)}</p>}
    </div>
  );
}

function hintOf({ status }: LinkRow, mayBeRefused: boolean) {
  if (status === 'expired') return 'form.expiredHint';
  return status === 'closed' && mayBeRefused ? 'form.reopenMaybe' : 'form.openHint';
}
