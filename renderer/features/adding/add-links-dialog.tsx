import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AddLinksAnswer } from '#contract/links';
import { parseLinkNames } from '#domain/link-names';
import { toBridgeError, type BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { usePaceWords } from '../../stores/use-pace-words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { ProgressBar } from '../../ui/progress-bar';
import { TextField } from '../../ui/text-field';
import { AddResult } from './add-result';
import styles from './adding.module.css';
import { ConnectionField } from './connection-field';
import type { AddingDialogProps } from './create-link-dialog';

/** Adds links by their ids or references, however they were pasted: the provider is asked for each. */
export function AddLinksDialog({ isOpen, onClose }: AddingDialogProps) {
  return isOpen ? <OpenDialog onClose={onClose} /> : null;
}

type Stage =
  | { readonly kind: 'pasting'; readonly error?: BridgeError }
  | { readonly kind: 'asking' }
  | { readonly kind: 'done'; readonly answer: AddLinksAnswer };

function useAddLinks() {
  const { bridge, tasks, connections } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const [chosen, setChosen] = useState(() => all[0]?.id);
  const [text, setText] = useState('');
  const [stage, setStage] = useState<Stage>({ kind: 'pasting' });
  const task = useStore(tasks, (state) => state.tasks.find(({ kind }) => kind === 'add-links'));
  const add = () => {
    if (chosen === undefined) return;
    setStage({ kind: 'asking' });
    tasks
      .getState()
      .run({ kind: 'add-links' }, (taskId) =>
        bridge.call('links:add', { taskId, connectionId: chosen, text }),
      )
      .then(
        (answer) => setStage({ kind: 'done', answer }),
        (thrown: unknown) => setStage({ kind: 'pasting', error: toBridgeError(thrown) }),
      );
  };
  const stop = () => {
    if (task !== undefined) tasks.getState().cancel(task.taskId);
  };
  const again = () => {
    setText('');
    setStage({ kind: 'pasting' });
  };
  return { all, chosen, setChosen, text, setText, stage, task, add, stop, again };
}

type AddLinks = ReturnType<typeof useAddLinks>;

function OpenDialog({ onClose }: Pick<AddingDialogProps, 'onClose'>) {
  const { t } = useTranslation(['adding', 'common']);
  const adding = useAddLinks();
  const { stage, text, chosen } = adding;
  const { names } = parseLinkNames(text);
  const isAsking = stage.kind === 'asking';
  return (
    <Dialog
      title={t('add.title')}
      isOpen
      onClose={onClose}
      isBusy={isAsking}
      footer={
        stage.kind === 'done' ? (
          <>
            <Button onPress={adding.again}>{t('add.more')}</Button>
            <Button variant="primary" onPress={onClose}>
              {t('common:done')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={isAsking ? adding.stop : onClose}>
              {isAsking ? t('add.stop') : t('common:cancel')}
            </Button>
            <Button
              variant="primary"
              isPending={isAsking}
              isDisabled={names.length === 0 || chosen === undefined}
              onPress={adding.add}
            >
              {names.length === 0 ? t('add.sendNone') : t('add.send', { count: names.length })}
            </Button>
          </>
        )
      }
    >
      <div className={styles['form']}>
        {stage.kind === 'done' ? <AddResult answer={stage.answer} /> : <PasteFields adding={adding} />}
      </div>
    </Dialog>
  );
}

function PasteFields({ adding }: { readonly adding: AddLinks }) {
  const { t } = useTranslation('adding');
  const words = useErrorWords();
  const { all, chosen, setChosen, text, setText, stage, task } = adding;
  const pace = usePaceWords(task);
  const { names, repeated, unusable } = parseLinkNames(text);
  const provider = all.find(({ id }) => id === chosen)?.provider ?? 'aps';
  const isAsking = stage.kind === 'asking';
  const { done, total } = task ?? { done: 0, total: 0 };
  const counted = [
    t('add.names', { count: names.length }),
    ...(repeated.length > 0 ? [t('add.repeated', { count: repeated.length })] : []),
    ...(unusable.length > 0 ? [t('add.unusable', { count: unusable.length })] : []),
  ].join(', ');
  return (
    <>
      <ConnectionField all={all} value={chosen} onChange={setChosen} isDisabled={isAsking} />
      <TextField
        label={t('add.paste')}
        value={text}
        onChange={setText}
        description={t(`add.what.${provider}`)}
        isDisabled={isAsking}
        multiline
        autoFocus
      />
      <p role="status" className={styles['counted']}>
        {text.trim() === '' ? '' : counted}
      </p>
      {isAsking && (
        <div className={styles['made']}>
          <ProgressBar
            label={t('add.asking')}
            value={done}
            max={total}
            isIndeterminate={total === 0}
            valueLabel={t('add.counts', { done, total })}
          />
          <p className={styles['muted']}>{pace}</p>
        </div>
      )}
      {stage.kind === 'pasting' && stage.error !== undefined && (
        <Notice tone="error" title={words(stage.error.code).title}>
          {words(stage.error.code).next}
        </Notice>
      )}
    </>
  );
}
