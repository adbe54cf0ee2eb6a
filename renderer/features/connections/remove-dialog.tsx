import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '#domain/provider';
import { toBridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export interface RemoveDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Asks before a connection goes, and names what goes with it. */
export function RemoveDialog({ connection, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('connections');
  const { connections, notices } = useDesk();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const { id, name } = connection;
  const remove = () => {
    setBusy(true);
    const { add } = notices.getState();
    void connections
      .getState()
      .remove(id)
      .then(
        () => add({ tone: 'success', text: t('removed', { name }) }),
        (thrown: unknown) => add({ tone: 'error', text: words(toBridgeError(thrown).code).title }),
      )
      .finally(onClose);
  };
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={t('removeDialog.title', { name })}
      isOpen
      isBusy={busy}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose} isDisabled={busy}>
            {t('removeDialog.cancel')}
          </Button>
          <Button variant="danger" onPress={remove} isPending={busy}>
            {t('removeDialog.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('removeDialog.body')}</p>
    </Dialog>
  );
}
