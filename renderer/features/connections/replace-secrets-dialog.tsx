import { useTranslation } from 'react-i18next';
import type { SecretsReplacement } from '#contract/connections';
import { secretNamesOf, type Connection } from '#domain/provider';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { BasicFields } from './ahrvo-fields';
import styles from './connections.module.css';
import { ProofFields } from './proof-fields';
import { emptyProof, judgeProof, type ProofForm } from './proof-form';
import { OutcomeInSight } from './test-outcome';
import { useFormStage } from './use-form-stage';

export interface ReplaceSecretsDialogProps {
  readonly connection: Connection;
  readonly onReplaced: () => void;
  readonly onClose: () => void;
}

/** Takes new secrets for a connection, all of them: those that are kept are never shown, so none can be filled in. */
export function ReplaceSecretsDialog({ connection, onReplaced, onClose }: ReplaceSecretsDialogProps) {
  const { t } = useTranslation(['connections', 'common']);
  const { connections, notices } = useDesk();
  const { name, provider } = connection;
  const { frame, form, verdict, visited, busy, outcome, edit, visit, run } = useFormStage<
    ProofForm,
    SecretsReplacement
  >({
    empty: emptyProof(connection),
    judge: (proof) => judgeProof(proof, connection),
    fields: secretNamesOf[provider],
  });
  const save = () =>
    run('saving', async (draft) => {
      await connections.getState().replaceSecrets(draft);
      notices.getState().add({ tone: 'success', text: t('replace.done', { name }) });
      onReplaced();
      onClose();
      return undefined;
    });
  const isBusy = busy !== undefined;
  return (
    <Dialog
      title={t('replace.title', { name })}
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" onPress={save} isPending={isBusy}>
            {t('replace.save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']} ref={frame}>
        <p>{t('replace.body')}</p>
        {provider === 'aps' ? (
          <ProofFields {...{ form, verdict, visited, isBusy }} onEdit={edit} onVisit={visit} isFirst />
        ) : (
          <BasicFields {...{ form, verdict, visited, isBusy }} onEdit={edit} onVisit={visit} isFirst />
        )}
        <p className={styles['muted']}>{t('form.storedNote')}</p>
        <OutcomeInSight outcome={outcome} provider={provider} />
      </div>
    </Dialog>
  );
}
