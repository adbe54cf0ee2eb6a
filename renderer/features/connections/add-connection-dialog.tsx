import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ConnectionDraft } from '#contract/connections';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { textFields } from './connection-fields';
import { emptyConnectionForm, judgeConnection, type ConnectionForm } from './connection-form';
import styles from './connections.module.css';
import { FieldList, ProviderChoice } from './field-list';
import { OutcomeInSight } from './test-outcome';
import { useFormStage } from './use-form-stage';

export interface AddConnectionDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds an account: says where each value is found, tests it, and hands the secrets to the keychain. */
export function AddConnectionDialog({ isOpen, onClose }: AddConnectionDialogProps) {
  // The form lives inside, so that closing forgets every secret.
  return isOpen ? <OpenDialog onClose={onClose} /> : null;
}

function useConnectionForm(onClose: () => void) {
  const { t } = useTranslation('connections');
  const { bridge, connections, notices } = useDesk();
  const taken = useStore(connections, (state) => state.connections) ?? [];
  const { run, ...stage } = useFormStage<ConnectionForm, ConnectionDraft>({
    empty: emptyConnectionForm,
    judge: (form) =>
      judgeConnection(
        form,
        taken.map(({ name }) => name),
      ),
    fields: textFields,
  });
  return {
    ...stage,
    test: () =>
      run('testing', async (draft) => {
        const { latencyMs } = await bridge.call('connections:test', { draft });
        return { kind: 'works', latencyMs };
      }),
    save: () =>
      run('saving', async (draft) => {
        const { name } = await connections.getState().add(draft);
        notices.getState().add({ tone: 'success', text: t('added', { name }) });
        onClose();
        return undefined;
      }),
  };
}

function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['connections', 'common']);
  const { frame, form, verdict, visited, busy, outcome, edit, visit, test, save } =
    useConnectionForm(onClose);
  return (
    <Dialog
      title={t('form.title')}
      isOpen
      onClose={onClose}
      isBusy={busy !== undefined}
      footer={
        <>
          <Button onPress={test} isPending={busy === 'testing'} isDisabled={busy === 'saving'}>
            {t('form.test')}
          </Button>
          <span className={styles['spacer']} />
          <Button onPress={onClose} isDisabled={busy !== undefined}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            onPress={save}
            isPending={busy === 'saving'}
            isDisabled={busy === 'testing'}
          >
            {t('form.save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']} ref={frame}>
        <ProviderChoice form={form} onEdit={edit} />
        <Notice tone="info" title={t('form.whereTitle')}>
          <p>{t(`where.${form.provider}`)}</p>
          <p>{t(`whereMore.${form.provider}`)}</p>
        </Notice>
        <FieldList
          form={form}
          verdict={verdict}
          visited={visited}
          isBusy={busy !== undefined}
          onEdit={edit}
          onVisit={visit}
        />
        <p className={styles['muted']}>{t('form.storedNote')}</p>
        <OutcomeInSight outcome={outcome} provider={form.provider} />
      </div>
    </Dialog>
  );
}
