import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '#domain/provider';
import { toBridgeError, type BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { colourOf } from '../../stores/connection-colour';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { ColourField } from './colour-field';
import { judgeFields } from './connection-fields';
import styles from './connections.module.css';

export interface DescribeDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Gives a connection another name and another colour. Nothing changes at the provider. */
export function DescribeDialog({ connection, onClose }: DescribeDialogProps) {
  const { t } = useTranslation(['connections', 'common']);
  const { connections } = useDesk();
  const words = useErrorWords();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const [name, setName] = useState(connection.name);
  const [colour, setColour] = useState(() => colourOf(connection.id, all));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<BridgeError | undefined>(undefined);
  const others = all.filter(({ id }) => id !== connection.id).map((other) => other.name);
  const problem = judgeFields([['name', name]], others).problems.name;
  const save = () => {
    setBusy(true);
    connections
      .getState()
      .describe({ connectionId: connection.id, name: name.trim(), colour })
      .then(onClose, (thrown: unknown) => {
        setError(toBridgeError(thrown));
        setBusy(false);
      });
  };
  const wordProblem = () => {
    if (problem === undefined) return undefined;
    return problem.kind === 'too-long'
      ? t('problem.too-long', { max: problem.max })
      : t(`problem.${problem.kind}`);
  };
  return (
    <Dialog
      size="small"
      title={t('describe.title', { name: connection.name })}
      isOpen
      isBusy={isBusy}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" isPending={isBusy} isDisabled={problem !== undefined} onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField label={t('form.name')} value={name} onChange={setName} error={wordProblem()} autoFocus />
        <ColourField value={colour} onChange={setColour} />
        {error !== undefined && (
          <Notice tone="error" title={words(error.code).title}>
            {words(error.code).next}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
