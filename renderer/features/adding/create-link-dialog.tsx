import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { missingToCreate } from '#domain/link-draft';
import type { Connection } from '#domain/provider';
import { useDesk } from '../../stores/desk-context';
import { useNow } from '../../stores/use-now';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import styles from './adding.module.css';
import { useCreate, type Create } from './create-flow';
import { currenciesFor, emptyCreateForm, judgeCreate, type CreateForm } from './create-form';
import { CreateFields } from './create-fields';
import { CreateOutcome, MadeLink } from './create-outcome';

export interface AddingDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a payment link at a provider and shows its address. */
export function CreateLinkDialog({ isOpen, onClose }: AddingDialogProps) {
  // What was typed is forgotten when the dialog closes.
  return isOpen ? <OpenDialog onClose={onClose} /> : null;
}

const canCreate = (connection: Connection) => missingToCreate(connection) === undefined;
const monthMs = 30 * 86_400_000;
const minuteMs = 60_000;

function useCreateForm() {
  const { connections, query } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const currencies = currenciesFor(useStore(query, (state) => state.currencies));
  const now = useNow();
  const [chosen, setChosen] = useState(() => all.find(canCreate)?.id);
  const [form, setForm] = useState(() =>
    emptyCreateForm(currencies[0] ?? 'KWD', Math.ceil((now + monthMs) / minuteMs) * minuteMs),
  );
  const [isTold, setTold] = useState(false);
  const connection = all.find(({ id }) => id === chosen);
  const verdict = connection === undefined ? undefined : judgeCreate(form, { connection, now });
  const edit = (part: Partial<CreateForm>) => setForm((before) => ({ ...before, ...part }));
  return { all, currencies, chosen, setChosen, form, edit, connection, verdict, isTold, setTold };
}

function OpenDialog({ onClose }: Pick<AddingDialogProps, 'onClose'>) {
  const { t } = useTranslation('adding');
  const fields = useCreateForm();
  const create = useCreate();
  const frame = useRef<HTMLDivElement>(null);
  const { connection, verdict, setTold } = fields;
  const send = () => {
    setTold(true);
    if (connection !== undefined && verdict?.draft !== undefined) create.send(connection.id, verdict.draft);
    // What is wrong is marked once this has been drawn: the keyboard goes to the first of it.
    else
      requestAnimationFrame(() =>
        frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
  };
  const { flow } = create;
  return (
    <Dialog
      title={t('create.title')}
      isOpen
      onClose={onClose}
      isBusy={flow.kind === 'sending'}
      footer={<Footer create={create} onSend={send} onClose={onClose} isReady={connection !== undefined} />}
    >
      <div className={styles['form']} ref={frame}>
        {flow.kind === 'made' ? (
          <MadeLink link={flow.link} />
        ) : (
          <CreateFields {...fields} isBusy={flow.kind !== 'filling'} />
        )}
        <CreateOutcome create={create} />
      </div>
    </Dialog>
  );
}

interface FooterProps {
  readonly create: Create;
  readonly isReady: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

function Footer({ create: { flow, again, lookUp, isLooking }, isReady, onSend, onClose }: FooterProps) {
  const { t } = useTranslation(['adding', 'common']);
  switch (flow.kind) {
    case 'made':
      return (
        <>
          <Button onPress={again}>{t('create.another')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('common:done')}
          </Button>
        </>
      );
    case 'unknown':
      return (
        <>
          <Button onPress={onClose}>{t('create.later')}</Button>
          <Button variant="primary" isPending={isLooking} onPress={lookUp}>
            {t('creations.lookUp')}
          </Button>
        </>
      );
    case 'filling':
    case 'sending':
      return (
        <>
          <Button onPress={onClose} isDisabled={flow.kind === 'sending'}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            isPending={flow.kind === 'sending'}
            isDisabled={!isReady}
            onPress={onSend}
          >
            {t('create.send')}
          </Button>
        </>
      );
  }
}
