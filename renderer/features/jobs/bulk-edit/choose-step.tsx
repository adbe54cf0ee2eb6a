import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { classNames } from '../../../ui/class-names';
import { StepHeading } from '../../../ui/step-heading';
import { AmountFields } from './amount-fields';
import type { DraftPart } from './bulk-draft';
import styles from './bulk-edit.module.css';
import type { ChooseFlow } from './bulk-flow';
import { ExpiryFields } from './expiry-fields';
import { FailureNotice } from './failure-notice';
import type { FieldsProps } from './fields-props';
import { OrderTextField } from './order-text-field';
import { TaskProgress } from './task-progress';
import type { BulkEdit } from './use-bulk-flow';
import type { DraftReading } from './use-draft-reading';
import type { ScopeFacts } from './use-scope-facts';
import { useScopeWords } from './use-scope-words';
import { VerbPicker } from './verb-picker';

export interface ChooseProps {
  readonly flow: ChooseFlow;
  readonly edit: BulkEdit;
  readonly reading: DraftReading;
}

/** Ties the button in the footer to the form, so that Enter in a field presses it. */
const formId = 'bulk-edit-form';

/** The first step: which links, and what is to become of them. */
export function ChooseStep({ flow, edit, reading, facts }: ChooseProps & { readonly facts: ScopeFacts }) {
  const scopeWords = useScopeWords();
  const { draft } = flow;
  const isDisabled = flow.kind === 'planning';
  const isOffered = reading.read.ok || reading.read.problem.kind !== 'not-offered';
  const onChange = (part: DraftPart) => edit.send({ kind: 'change-draft', part });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (reading.read.ok && !isDisabled) edit.plan(reading.read.change);
  };
  return (
    <form id={formId} className={classNames(styles['form'], styles['choose'])} onSubmit={onSubmit} noValidate>
      <StepHeading>{scopeWords}</StepHeading>
      <VerbPicker
        value={draft.verb}
        onChange={(verb) => onChange({ verb })}
        isDisabled={isDisabled}
        providers={reading.context.providers}
      />
      {isOffered && (
        <VerbFields
          draft={draft}
          onChange={onChange}
          reading={reading}
          isDisabled={isDisabled}
          facts={facts}
        />
      )}
      {flow.kind === 'choosing' && flow.error !== undefined && <FailureNotice code={flow.error.code} />}
      {flow.kind === 'planning' && <TaskProgress task={edit.task} name="planning" />}
    </form>
  );
}

function VerbFields({ facts, ...props }: FieldsProps & { readonly facts: ScopeFacts }) {
  const { t } = useTranslation('bulkEdit');
  switch (props.draft.verb) {
    case 'set-expiry':
      return <ExpiryFields {...props} example={facts.expiresAt} />;
    case 'close':
      return <p className={styles['explained']}>{t('closeHint')}</p>;
    case 'reopen':
      return <p className={styles['explained']}>{t('reopenHint')}</p>;
    case 'set-amount':
      return <AmountFields {...props} isKnown={facts.currencies !== undefined} />;
    case 'set-order-text':
      return <OrderTextField {...props} />;
  }
}

export interface ChooseActionsProps extends ChooseProps {
  readonly onClose: () => void;
}

export function ChooseActions({ flow, edit, reading, onClose }: ChooseActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const isPlanning = flow.kind === 'planning';
  return (
    <>
      {isPlanning ? (
        <Button onPress={edit.stop}>{t('stop')}</Button>
      ) : (
        <Button onPress={onClose}>{t('common:cancel')}</Button>
      )}
      <Button
        type="submit"
        form={formId}
        variant="primary"
        isPending={isPlanning}
        isDisabled={!reading.read.ok}
      >
        {t('preview')}
      </Button>
    </>
  );
}
