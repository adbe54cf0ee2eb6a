import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';

export interface DiscardDialogProps {
  readonly isOpen: boolean;
  readonly reference: string;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Guards changes that were not sent when the user goes on to another link or closes the panel. */
export function DiscardDialog({ isOpen, reference, onKeep, onDiscard }: DiscardDialogProps) {
  const { t } = useTranslation('links');
  return (
    <Dialog
      role="alertdialog"
      size="small"
      title={t('discard.title')}
      isOpen={isOpen}
      onClose={onKeep}
      footer={
        <>
          <Button onPress={onDiscard}>{t('discard.discard')}</Button>
          <Button variant="primary" autoFocus onPress={onKeep}>
            {t('discard.keep')}
          </Button>
        </>
      }
    >
      <p>{t('discard.body', { reference })}</p>
    </Dialog>
  );
}
