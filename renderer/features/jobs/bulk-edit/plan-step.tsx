import { useTranslation } from 'react-i18next';
import type { BulkChange } from '#domain/bulk-job';
import { StepHeading } from '../../../ui/step-heading';
import { useChangeWords } from '../use-job-words';
import styles from './bulk-edit.module.css';
import type { PlanFlow } from './bulk-flow';
import { PlanNotes } from './plan-notes';
import { PlanTabs } from './plan-tabs';
import type { BulkEdit } from './use-bulk-flow';

/** The second step: what would happen to every link, with nothing sent yet. */
export function PlanStep({ flow, edit }: { readonly flow: PlanFlow; readonly edit: BulkEdit }) {
  const { t } = useTranslation('bulkEdit');
  const { plan } = flow;
  return (
    <div className={styles['form']}>
      <div className={styles['head']}>
        <StepHeading>{t('plan.heading')}</StepHeading>
        <p>
          <ChangeLine change={plan.change} />
        </p>
        <p className={styles['muted']}>{t('plan.nothingSent')}</p>
      </div>
      <PlanTabs plan={plan} />
      <PlanNotes flow={flow} edit={edit} />
    </div>
  );
}

/** "New expiry: 7 days later than before, Asia/Kuwait · never on a weekend or holiday". */
function ChangeLine({ change }: { readonly change: BulkChange }) {
  const { t } = useTranslation('bulkEdit');
  const changeWords = useChangeWords();
  const isPutOff =
    change.verb === 'set-expiry' &&
    (change.expiry.kind === 'plus-days' || change.expiry.kind === 'month-end') &&
    change.expiry.businessDays !== undefined;
  const words = changeWords(change) ?? t(`plan.what.${change.verb === 'edit' ? 'undo' : change.verb}`);
  return isPutOff ? `${words} · ${t('plan.putOff')}` : words;
}
