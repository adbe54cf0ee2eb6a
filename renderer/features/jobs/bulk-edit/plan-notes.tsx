import { useTranslation } from 'react-i18next';
import type { BulkPlan } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import styles from './bulk-edit.module.css';
import type { PlanCheck, PlanFlow, SavedPlan } from './bulk-flow';
import { FailureNotice } from './failure-notice';
import { TaskProgress } from './task-progress';
import type { BulkEdit } from './use-bulk-flow';
import { useZone } from './use-zone';

/** What should give pause before a plan is confirmed, and what became of checking and saving it. */
export function PlanNotes({ flow, edit }: { readonly flow: PlanFlow; readonly edit: BulkEdit }) {
  const { t } = useTranslation('bulkEdit');
  const { plan, check, saved } = flow;
  return (
    <div className={styles['notes']}>
      {plan.willChange === 0 && <Notice tone="warning">{t('plan.empty')}</Notice>}
      {plan.sooner > 0 && <Notice tone="warning">{t('plan.sooner', { count: plan.sooner })}</Notice>}
      {flow.kind === 'checking' ? (
        <TaskProgress task={edit.task} name="checking" />
      ) : (
        <>
          {check !== undefined && <CheckNotice check={check} />}
          {saved !== undefined && <SavedNotice saved={saved} />}
          <Age plan={plan} />
        </>
      )}
      {flow.kind === 'planned' && flow.error !== undefined && <FailureNotice code={flow.error.code} />}
    </div>
  );
}

/** Rows the provider confirmed longer ago are read again before they are changed; the job does that by itself. */
const freshMs = 5 * 60_000;

/** How old the values are that the plan was made with, where that matters. */
function Age({ plan: { willChange, oldestCheckedAt } }: { readonly plan: BulkPlan }) {
  const { t } = useTranslation('bulkEdit');
  const { relative } = useFormatters();
  const { now } = useZone();
  if (willChange === 0 || oldestCheckedAt === undefined || now - oldestCheckedAt <= freshMs) return null;
  return <p className={styles['hint']}>{t('plan.age', { age: relative(oldestCheckedAt, now) })}</p>;
}

/** What asking the provider came to. */
function CheckNotice({ check }: { readonly check: PlanCheck }) {
  const { t } = useTranslation('bulkEdit');
  const { checked, changed, failed, cancelled } = check;
  const isClean = changed === 0 && failed === 0 && !cancelled;
  const changedWords = changed === 0 ? t('check.unchanged') : t('check.changed', { count: changed });
  return (
    <Notice tone={isClean ? 'success' : 'warning'}>
      {[
        ...(cancelled ? [t('check.stopped')] : []),
        checked === 0 && isClean ? t('check.fresh') : t('check.checked', { count: checked }),
        ...(checked > 0 ? [changedWords] : []),
        ...(failed > 0 ? [t('check.failed', { count: failed })] : []),
      ].join(' ')}
    </Notice>
  );
}

/** Where the plan was written. It stands here and not in a passing message, which would lie over the buttons. */
function SavedNotice({ saved: { taskId, fileName } }: { readonly saved: SavedPlan }) {
  const { t } = useTranslation('bulkEdit');
  const { bridge } = useDesk();
  const tell = useTellFailure();
  const reveal = () => void bridge.call('export:reveal', { taskId }).catch(tell);
  return (
    <Notice
      tone="success"
      action={
        <Button size="small" onPress={reveal}>
          {t('save.reveal')}
        </Button>
      }
    >
      {/* Isolated: a name of digits and dots would be torn apart in Arabic text. */}
      {t('save.done', { file: `\u2068${fileName}\u2069` })}
    </Notice>
  );
}
