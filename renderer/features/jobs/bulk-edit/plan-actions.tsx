import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { IconExport, IconRefresh } from '../../../ui/icons/actions';
import styles from './bulk-edit.module.css';
import type { PlanFlow } from './bulk-flow';
import { planEffect } from './plan-effect';
import type { BulkEdit } from './use-bulk-flow';
import { useSavePlan } from './use-save-plan';

export interface PlanActionsProps {
  readonly flow: PlanFlow;
  readonly edit: BulkEdit;
  readonly onClose: () => void;
}

/** What can be done with a plan. The primary button names the effect; nothing is sent before it is pressed. */
export function PlanActions({ flow, edit, onClose }: PlanActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { plan, draft } = flow;
  const { effect, isHarsh } = planEffect(plan);
  const isBusy = flow.kind !== 'planned';
  return (
    <>
      <span className={styles['start']}>
        {flow.kind === 'checking' ? (
          <Button onPress={edit.stop}>{t('stop')}</Button>
        ) : (
          <Button
            icon={<IconRefresh />}
            isDisabled={isBusy || plan.willChange === 0}
            onPress={() => edit.check(plan)}
          >
            {t('check.button')}
          </Button>
        )}
        <SaveButton edit={edit} planId={plan.planId} isDisabled={isBusy} />
      </span>
      {draft === undefined ? (
        <Button isDisabled={isBusy} onPress={onClose}>
          {t('common:cancel')}
        </Button>
      ) : (
        <Button isDisabled={isBusy} onPress={edit.goBack}>
          {t('common:back')}
        </Button>
      )}
      <Button
        variant={isHarsh ? 'danger' : 'primary'}
        isPending={flow.kind === 'starting'}
        isDisabled={flow.kind === 'checking' || plan.willChange === 0}
        onPress={() => edit.start(plan)}
      >
        {t(`effect.${effect}`, { count: plan.willChange })}
      </Button>
    </>
  );
}

interface SaveButtonProps {
  readonly edit: BulkEdit;
  readonly planId: string;
  readonly isDisabled: boolean;
}

/** Writes the plan into a file, for a second person to look at. */
function SaveButton({ edit, planId, isDisabled }: SaveButtonProps) {
  const { t } = useTranslation('bulkEdit');
  const save = useSavePlan();
  const [isSaving, setSaving] = useState(false);
  const onPress = () => {
    setSaving(true);
    void save(planId)
      .then((saved) => {
        if (saved !== undefined) edit.send({ kind: 'plan-saved', saved });
      })
      .finally(() => setSaving(false));
  };
  return (
    <Button
      variant="quiet"
      icon={<IconExport />}
      isPending={isSaving}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      {t('save.button')}
    </Button>
  );
}
