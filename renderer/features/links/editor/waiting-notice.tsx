import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LinkDetail } from '#contract/links';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { Notice } from '../../../ui/notice';
import { ChangeTable } from './change-table';
import type { EditorStore } from './editor-store';
import styles from './link-panel.module.css';
import { useWaitingWords } from './waiting-words';

export interface WaitingNoticeProps {
  readonly editor: EditorStore;
  readonly detail: LinkDetail;
  readonly edit: Edit;
  readonly job: BulkJob | undefined;
}

/** An edit that is kept and not sent yet: what it asks for, since when and why it waits. */
export function WaitingNotice({ editor, detail, edit, job }: WaitingNoticeProps) {
  const { t } = useTranslation('links');
  const { dateTime } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const tried = useStore(editor, (state) => state.tried);
  const { why, next } = useWaitingWords(edit, job, detail.connection.name);
  const isRunning = job?.state === 'running';
  return (
    <Notice tone="info" title={t('waiting.title')}>
      <div className={styles['told']}>
        <ChangeTable caption={t('waiting.changes')} changes={edit.changes} />
        <p>{t('waiting.since', { at: dateTime(edit.updatedAt, zone) })}</p>
        {why !== '' && <p>{next === '' ? why : t('waiting.why', { why, next })}</p>}
        {tried && !isRunning && <p className={styles['muted']}>{t('waiting.stillNot')}</p>}
        <WaitingButtons editor={editor} isRunning={isRunning} isBulk={job?.change.verb !== 'edit'} />
      </div>
    </Notice>
  );
}

interface WaitingButtonsProps {
  readonly editor: EditorStore;
  readonly isRunning: boolean;
  /** Sending means that the whole job goes on. */
  readonly isBulk: boolean;
}

function WaitingButtons({ editor, isRunning, isBulk }: WaitingButtonsProps) {
  const { t } = useTranslation('links');
  const deciding = useStore(editor, (state) => state.deciding);
  return (
    <div className={styles['buttons']}>
      {!isRunning && (
        <Button
          size="small"
          variant="primary"
          isPending={deciding}
          onPress={() => void editor.getState().sendNow()}
        >
          {isBulk ? t('waiting.goOn') : t('waiting.sendNow')}
        </Button>
      )}
      <ConfirmButton
        size="small"
        question={t('waiting.dropQuestion')}
        confirm={t('waiting.drop')}
        keep={t('waiting.keep')}
        isDisabled={deciding}
        onConfirm={() => void editor.getState().drop()}
      >
        {t('waiting.drop')}
      </ConfirmButton>
    </div>
  );
}
