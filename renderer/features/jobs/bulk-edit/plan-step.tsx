import { useTranslation } from 'react-i18next';
import type { BulkChange, BulkPlan } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { Button } from '../../../ui/button';
import { MoneyText } from '../../../ui/money-text';
import { Notice } from '../../../ui/notice';
import { StepHeading } from '../../../ui/step-heading';
import styles from './bulk-edit.module.css';
import type { BulkFlow } from './bulk-flow';
import { CountTiles } from '../../../ui/count-tiles';
import { FailureNotice } from './failure-notice';
import { PlanSample } from './plan-sample';
import type { BulkEdit } from './use-bulk-flow';
import { useZone } from './use-zone';

type PlanFlow = Extract<BulkFlow, { kind: 'planned' | 'starting' }>;

/** The second step: what would happen, with nothing sent yet. */
export function PlanStep({ flow }: { readonly flow: PlanFlow }) {
  const { t } = useTranslation('bulkEdit');
  const { plan } = flow;
  const blocked = plan.blocked.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles['form']}>
      <div className={styles['head']}>
        <StepHeading>{t('plan.heading')}</StepHeading>
        <p className={styles['muted']}>
          <ChangeWords change={plan.change} />
        </p>
      </div>
      <CountTiles
        tiles={[
          { id: 'willChange', label: t('plan.willChange'), count: plan.willChange, tone: 'accent' },
          { id: 'unchanged', label: t('plan.unchanged'), count: plan.unchanged },
          { id: 'blocked', label: t('plan.blocked'), count: blocked, tone: 'warning' },
        ]}
      />
      {plan.willChange === 0 ? (
        <Notice tone="warning">{t('plan.empty')}</Notice>
      ) : (
        <Notice tone="info">{t('plan.nothingSent')}</Notice>
      )}
      {plan.sooner > 0 && <Notice tone="warning">{t('plan.sooner', { count: plan.sooner })}</Notice>}
      <div className={styles['sides']}>
        <Sums plan={plan} />
        <Reasons plan={plan} />
      </div>
      <PlanSample sample={plan.sample} />
      {flow.kind === 'planned' && flow.error !== undefined && <FailureNotice code={flow.error.code} />}
    </div>
  );
}

/** "New expiry: 30 Nov 2026, 23:59, Asia/Kuwait". */
function ChangeWords({ change }: { readonly change: BulkChange }) {
  const { t } = useTranslation('bulkEdit');
  const { dateTime } = useFormatters();
  const { zone } = useZone();
  if (change.verb !== 'set-expiry') return null;
  const { expiry } = change;
  return expiry.kind === 'absolute'
    ? t('plan.to', { at: dateTime(expiry.at, zone), zone })
    : t('plan.plusDays', { count: expiry.days, zone: expiry.zone });
}

/** What the links that will change are worth, per currency. */
function Sums({ plan }: { readonly plan: BulkPlan }) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  if (plan.sums.length === 0) return null;
  return (
    <section>
      <h4>{t('plan.sums')}</h4>
      <ul className={styles['list']}>
        {plan.sums.map(({ currency, count, totalMinor }) => (
          <li key={currency}>
            <MoneyText amountMinor={totalMinor} currency={currency} />
            <span className={styles['muted']}>{t('common:links', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why links are left out, with how many. */
function Reasons({ plan }: { readonly plan: BulkPlan }) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  if (plan.blocked.length === 0) return null;
  return (
    <section>
      <h4>{t('plan.reasons')}</h4>
      <ul className={styles['list']}>
        {[...plan.blocked]
          .sort((a, b) => b.count - a.count)
          .map(({ reason, count }) => (
            <li key={reason}>
              <span>{t(`reasons.${reason}`)}</span>
              <span className={styles['muted']}>{t('common:links', { count })}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

export interface PlanActionsProps {
  readonly flow: PlanFlow;
  readonly edit: BulkEdit;
  readonly onClose: () => void;
}

export function PlanActions({ flow, edit, onClose }: PlanActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { plan } = flow;
  const isStarting = flow.kind === 'starting';
  return (
    <>
      <Button isDisabled={isStarting} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button isDisabled={isStarting} onPress={() => edit.send({ kind: 'go-back' })}>
        {t('common:back')}
      </Button>
      <Button
        variant="primary"
        isPending={isStarting}
        isDisabled={plan.willChange === 0}
        onPress={() => edit.start(plan)}
      >
        {t('plan.confirm', { count: plan.willChange })}
      </Button>
    </>
  );
}
