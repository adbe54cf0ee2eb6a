import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actionScope } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { RadioField } from '../../../ui/radio-field';
import styles from './bulk-edit.module.css';
import type { BulkFlow } from './bulk-flow';
import { readDraft, type ExpiryDraft } from './expiry-draft';
import { ExpiryFields } from './expiry-fields';
import { FailureNotice } from './failure-notice';
import { useZone } from './use-zone';
import type { BulkEdit } from './use-bulk-flow';

type ChooseFlow = Extract<BulkFlow, { kind: 'choosing' | 'planning' }>;

/** The first step: which links, and what their new expiry is to be. */
export function ChooseStep({ flow, edit }: { readonly flow: ChooseFlow; readonly edit: BulkEdit }) {
  const { t } = useTranslation('bulkEdit');
  const { draft } = flow;
  const isBusy = flow.kind === 'planning';
  const change = (part: Partial<ExpiryDraft>) =>
    edit.send({ kind: 'change-draft', draft: { ...draft, ...part } });
  return (
    <div className={styles['form']}>
      <p className={styles['scope']}>
        <ScopeWords />
      </p>
      <RadioField<ExpiryDraft['mode']>
        label={t('mode.label')}
        isDisabled={isBusy}
        options={[
          { id: 'absolute', label: t('mode.absolute') },
          { id: 'plus-days', label: t('mode.plusDays') },
        ]}
        value={draft.mode}
        onChange={(mode) => change({ mode })}
      />
      <ExpiryFields draft={draft} onChange={change} isDisabled={isBusy} />
      {flow.kind === 'choosing' && flow.error !== undefined && <FailureNotice code={flow.error.code} />}
    </div>
  );
}

/** "For 300 selected links." */
function ScopeWords() {
  const { t } = useTranslation('bulkEdit');
  const desk = useDesk();
  // Drawn again whenever what the scope is read from changes.
  useStore(desk.query, (state) => state.answer);
  useStore(desk.selection, (state) => state.selection);
  const scope = actionScope(desk);
  if (scope === undefined || scope.count === 0) return t('scope.none');
  return t(`scope.${scope.kind}`, { count: scope.count });
}

export interface ChooseActionsProps {
  readonly flow: ChooseFlow;
  readonly edit: BulkEdit;
  readonly onClose: () => void;
}

export function ChooseActions({ flow, edit, onClose }: ChooseActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { zone, now } = useZone();
  const read = readDraft(flow.draft, now, zone);
  const isBusy = flow.kind === 'planning';
  return (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button
        variant="primary"
        isPending={isBusy}
        isDisabled={!read.ok}
        onPress={() => {
          if (read.ok) edit.plan(read.change);
        }}
      >
        {isBusy ? t('previewing') : t('preview')}
      </Button>
    </>
  );
}
