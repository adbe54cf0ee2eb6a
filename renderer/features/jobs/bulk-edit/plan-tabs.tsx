import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { planVerdicts, type BulkPlan, type PlanVerdict } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { PlanRows } from './plan-rows';
import styles from './plan-tabs.module.css';
import { VerdictNote } from './verdict-note';

const tones: Readonly<Partial<Record<PlanVerdict, string>>> = {
  change: 'accent',
  'not-allowed': 'warning',
  'changed-since': 'warning',
};

function countOf(plan: BulkPlan, verdict: PlanVerdict): number {
  switch (verdict) {
    case 'change':
      return plan.willChange;
    case 'no-change':
      return plan.unchanged;
    case 'not-allowed':
      return plan.blocked.reduce((sum, { count }) => sum + count, 0);
    case 'changed-since':
      return plan.changedSince;
  }
}

/** The counts of a plan side by side; each opens its rows below. */
export function PlanTabs({ plan }: { readonly plan: BulkPlan }): ReactNode {
  const { t } = useTranslation('bulkEdit');
  const { number } = useFormatters();
  const first = planVerdicts.find((verdict) => countOf(plan, verdict) > 0) ?? 'change';
  const [selected, select] = useState<string>(first);
  return (
    <Tabs
      className={styles['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => select(String(key))}
    >
      <TabList aria-label={t('plan.verdicts')} className={styles['list'] ?? ''}>
        {planVerdicts.map((verdict) => (
          <Tab key={verdict} id={verdict} className={styles['tile'] ?? ''}>
            <span className={styles['label']}>{t(`plan.verdict.${verdict}`)}</span>{' '}
            <span
              className={styles['count']}
              data-tone={countOf(plan, verdict) > 0 ? tones[verdict] : undefined}
            >
              {number(countOf(plan, verdict))}
            </span>
          </Tab>
        ))}
      </TabList>
      {planVerdicts.map((verdict) => (
        <TabPanel key={verdict} id={verdict} className={styles['panel'] ?? ''}>
          {countOf(plan, verdict) === 0 ? (
            <p className={styles['none']}>{t(`plan.none.${verdict}`)}</p>
          ) : (
            <>
              <VerdictNote plan={plan} verdict={verdict} />
              <PlanRows plan={plan} verdict={verdict} rowCount={countOf(plan, verdict)} />
            </>
          )}
        </TabPanel>
      ))}
    </Tabs>
  );
}
