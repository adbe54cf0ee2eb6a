import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { capabilitiesOf } from '#domain/capability';
import type { LinkDetail } from '#contract/links';
import { useDesk } from '../../../stores/desk-context';
import { useNow } from '../../../stores/use-now';
import { Button } from '../../../ui/button';
import { MoneyText } from '../../../ui/money-text';
import { Notice } from '../../../ui/notice';
import { SidePanel } from '../../../ui/side-panel';
import { StatusChip } from '../../../ui/status-chip';
import { useErrorWords } from '../../../i18n/use-error-words';
import { DuplicatesNotice } from './duplicates-notice';
import { EditFields } from './edit-fields';
import { judgeForm, patchOfVerdict, type EditForm, type FormVerdict } from './edit-form';
import { EditOutcomeNotice } from './edit-outcome';
import { EditPreview } from './edit-preview';
import type { EditorStore } from './editor-store';
import { LinkFacts } from './link-facts';
import { LinkHistory } from './link-history';
import styles from './link-panel.module.css';
import { openEditOf } from './open-edit';
import { OpenEditNotice } from './open-edit-notice';
import { saveLabel } from './save-label';

export interface LinkPanelProps {
  readonly editor: EditorStore;
  readonly onClose: () => void;
}

/** A link beside the table: all that is known of it, and a form for what its provider lets us change. */
export function LinkPanel({ editor, onClose }: LinkPanelProps) {
  const { t } = useTranslation('links');
  const detail = useStore(editor, (state) => state.detail);
  const form = useStore(editor, (state) => state.form);
  const loadError = useStore(editor, (state) => state.loadError);
  const words = useErrorWords();
  if (detail === undefined || form === undefined) {
    return (
      <SidePanel title={t('panel.loading')} label={t('panel.loading')} onClose={onClose}>
        {loadError !== undefined && (
          <Notice tone="error" title={words(loadError.code).title}>
            {words(loadError.code).next}
          </Notice>
        )}
      </SidePanel>
    );
  }
  return <OpenPanel editor={editor} detail={detail} form={form} onClose={onClose} />;
}

/** True while the form holds something that was not sent. */
export function hasUnsent(editor: EditorStore): boolean {
  const { detail, form } = editor.getState();
  if (detail === undefined || form === undefined) return false;
  return judge(detail, form, Date.now()).isDirty;
}

function judge({ link, connection }: LinkDetail, form: EditForm, now: number): FormVerdict {
  return judgeForm(link, form, { capabilities: capabilitiesOf[connection.provider], now });
}

interface OpenPanelProps extends LinkPanelProps {
  readonly detail: LinkDetail;
  readonly form: EditForm;
}

function OpenPanel({ editor, detail, form, onClose }: OpenPanelProps) {
  const { t } = useTranslation('links');
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const sending = useStore(editor, (state) => state.sending);
  const now = useNow();
  const { link, connection, history } = detail;
  const verdict = judge(detail, form, now);
  const openEdit = openEditOf(detail);
  const canSend = verdict.changes.length > 0 && !sending && openEdit === undefined;
  const save = () => void editor.getState().send(patchOfVerdict(verdict));
  const frame = useRef<HTMLDivElement>(null);
  useFocusOnLock(frame, openEdit?.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (canSend) save();
  };
  const name = link.reference === '' ? t('panel.noReference') : link.reference;
  return (
    // Ctrl+S anywhere inside sends; the frame itself is no control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={frame} className={styles['frame']} onKeyDown={onKeyDown}>
      <SidePanel
        title={<bdi>{name}</bdi>}
        label={t('panel.label', { reference: name })}
        onClose={onClose}
        header={
          <p className={styles['now']}>
            <StatusChip status={link.status} />
            {link.amount !== undefined && (
              <MoneyText amountMinor={link.amount.amountMinor} currency={link.amount.currency} />
            )}
            {link.customerName !== undefined && <bdi className={styles['muted']}>{link.customerName}</bdi>}
          </p>
        }
        footer={<PanelFooter editor={editor} verdict={verdict} canSend={canSend} onSave={save} />}
      >
        <Outcome editor={editor} detail={detail} />
        <DuplicatesNotice editor={editor} detail={detail} now={now} zone={zone} />
        <EditFields
          link={link}
          form={form}
          verdict={verdict}
          provider={connection.provider}
          zone={zone}
          locked={openEdit === undefined ? undefined : 'edit-waiting'}
          onEdit={editor.getState().edit}
        />
        <EditPreview changes={openEdit === undefined ? verdict.changes : []} />
        <section className={styles['section']}>
          <h3>{t('panel.facts')}</h3>
          <LinkFacts detail={detail} zone={zone} now={now} />
        </section>
        <section className={styles['section']}>
          <h3>{t('panel.history')}</h3>
          <LinkHistory history={history} currency={link.amount?.currency ?? ''} zone={zone} now={now} />
        </section>
      </SidePanel>
    </div>
  );
}

/** An edit that is kept locks the form: the keyboard goes from a field that is no longer one to what is said of the edit. */
function useFocusOnLock(frame: RefObject<HTMLElement | null>, editId: number | undefined): void {
  const before = useRef(editId);
  useLayoutEffect(() => {
    const isNew = editId !== undefined && before.current === undefined;
    before.current = editId;
    const { current } = frame;
    if (!isNew || current?.contains(document.activeElement) !== true) return;
    current.querySelector<HTMLElement>('[data-outcome]')?.focus();
  }, [frame, editId]);
}

interface OutcomeProps {
  readonly editor: EditorStore;
  readonly detail: LinkDetail;
}

function Outcome({ editor, detail }: OutcomeProps) {
  const outcome = useStore(editor, (state) => state.outcome);
  const job = useStore(editor, (state) => state.job);
  const edit = openEditOf(detail);
  // An open edit says itself what became of what was sent.
  const isTold = edit !== undefined && outcome?.kind === 'answered';
  // Always there, so that what comes into it is read aloud.
  return (
    <div role="status" tabIndex={-1} data-outcome className={styles['outcome']}>
      {edit !== undefined && <OpenEditNotice editor={editor} detail={detail} edit={edit} job={job} />}
      {outcome !== undefined && !isTold && <EditOutcomeNotice outcome={outcome} link={detail.link} />}
    </div>
  );
}

interface PanelFooterProps {
  readonly editor: EditorStore;
  readonly verdict: FormVerdict;
  readonly canSend: boolean;
  readonly onSave: () => void;
}

function PanelFooter({ editor, verdict, canSend, onSave }: PanelFooterProps) {
  const { t } = useTranslation('links');
  const sending = useStore(editor, (state) => state.sending);
  return (
    <>
      <Button isDisabled={!verdict.isDirty || sending} onPress={() => editor.getState().revert()}>
        {t('form.revert')}
      </Button>
      <Button variant="primary" isDisabled={!canSend && !sending} isPending={sending} onPress={onSave}>
        {sending ? t('form.sending') : saveLabel(verdict.changes, t)}
      </Button>
    </>
  );
}
