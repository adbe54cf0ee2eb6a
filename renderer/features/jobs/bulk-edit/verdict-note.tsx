import { useTranslation } from 'react-i18next';
import type { BulkPlan, PlanVerdict } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { MoneyText } from '../../../ui/money-text';
import styles from './plan-tabs.module.css';

export interface VerdictNoteProps {
  readonly plan: BulkPlan;
  readonly verdict: PlanVerdict;
}

/** What there is to say of all rows of a verdict: their value, or the reasons. */
export function VerdictNote({ plan, verdict }: VerdictNoteProps) {
  const { t } = useTranslation('bulkEdit');
  switch (verdict) {
    case 'change':
      return <Sums plan={plan} />;
    case 'not-allowed':
      return <Reasons plan={plan} />;
    case 'changed-since':
      return <p className={styles['note']}>{t('plan.changedSinceHint')}</p>;
    case 'no-change':
      return <p className={styles['note']}>{t('plan.noChangeHint')}</p>;
  }
}

/** What the links that will change are worth, per currency: never added together. */
function Sums({ plan }: { readonly plan: BulkPlan }) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  return (
    <ul className={styles['note']} aria-label={t('plan.sums')}>
      {plan.sums.map(({ currency, count, totalMinor }) => (
        <li key={currency}>
          <strong>
            <MoneyText amountMinor={totalMinor} currency={currency} />
          </strong>
          {t('common:links', { count })}
        </li>
      ))}
    </ul>
  );
}

/** Why links are left out, the most frequent reason first. */
function Reasons({ plan }: { readonly plan: BulkPlan }) {
  const { t } = useTranslation('bulkEdit');
  const { number } = useFormatters();
  return (
    <ul className={styles['note']} aria-label={t('plan.reasons')}>
      {[...plan.blocked]
        .sort((a, b) => b.count - a.count)
        .map(({ reason, count }) => (
          <li key={reason}>
            <strong>{number(count)}</strong>
            {t(`reasons.${reason}`)}
          </li>
        ))}
    </ul>
  );
}
