import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { toBridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import {
  emptyConnectionForm,
  judgeConnection,
  textFields,
  type ConnectionForm,
  type TextFieldName,
} from './connection-form';
import styles from './connections.module.css';
import { FieldList } from './field-list';
import { TestOutcomeNotice, type TestOutcome } from './test-outcome';

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
  const [form, setForm] = useState<ConnectionForm>(emptyConnectionForm);
  const [visited, setVisited] = useState<ReadonlySet<TextFieldName>>(new Set());
  const [busy, setBusy] = useState<'testing' | 'saving' | undefined>(undefined);
  const [outcome, setOutcome] = useState<TestOutcome | undefined>(undefined);
  const verdict = judgeConnection(
    form,
    taken.map(({ name }) => name),
  );
  const fail = (thrown: unknown) => setOutcome({ kind: 'failed', error: toBridgeError(thrown) });
  // Nothing can be sent yet: the keyboard goes to the first field that says why.
  const frame = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  const begin = (what: 'testing' | 'saving') => {
    setVisited(new Set(textFields));
    setOutcome(undefined);
    if (verdict.draft === undefined) setRefused(refused + 1);
    else setBusy(what);
    return verdict.draft;
  };
  return {
    frame,
    form,
    verdict,
    visited,
    busy,
    outcome,
    edit: (part: Partial<ConnectionForm>) => {
      setForm({ ...form, ...part });
      setOutcome(undefined);
    },
    visit: (field: TextFieldName) => setVisited(new Set([...visited, field])),
    test: () => {
      const draft = begin('testing');
      if (draft === undefined) return;
      void bridge
        .call('connections:test', { draft })
        .then(({ latencyMs }) => setOutcome({ kind: 'works', latencyMs }), fail)
        .finally(() => setBusy(undefined));
    },
    save: () => {
      const draft = begin('saving');
      if (draft === undefined) return;
      void connections
        .getState()
        .add(draft)
        .then(({ name }) => {
          notices.getState().add({ tone: 'success', text: t('added', { name }) });
          onClose();
        }, fail)
        .finally(() => setBusy(undefined));
    },
  };
}

/** Brings what came of a test or a save into sight: the form is longer than the window. */
function OutcomeInSight({ outcome }: { readonly outcome: TestOutcome | undefined }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== undefined) frame.current?.scrollIntoView({ block: 'end' });
  }, [outcome]);
  return (
    <div role="status" ref={frame}>
      {outcome !== undefined && <TestOutcomeNotice outcome={outcome} />}
    </div>
  );
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
        <Notice tone="info" title={t('form.whereTitle')}>
          <p>{t('form.where')}</p>
          <p>{t('form.ip')}</p>
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
        <OutcomeInSight outcome={outcome} />
      </div>
    </Dialog>
  );
}
