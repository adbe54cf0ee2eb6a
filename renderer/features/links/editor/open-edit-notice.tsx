import { useTranslation } from 'react-i18next';
import type { LinkDetail } from '#contract/links';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { Notice } from '../../../ui/notice';
import { Spinner } from '../../../ui/spinner';
import { ChangeTable } from './change-table';
import { ConflictNotice } from './conflict-notice';
import type { EditorStore } from './editor-store';
import styles from './link-panel.module.css';
import { UnknownNotice } from './unknown-notice';
import { WaitingNotice } from './waiting-notice';

export interface OpenEditNoticeProps {
  readonly editor: EditorStore;
  readonly detail: LinkDetail;
  readonly edit: Edit;
  readonly job: BulkJob | undefined;
}

/** What the link's open edit asks for, where it is, and what can be done about it. */
export function OpenEditNotice({ editor, detail, edit, job }: OpenEditNoticeProps) {
  switch (edit.state) {
    case 'conflict':
      // Another conflict of the same edit is another decision.
      return <ConflictNotice key={edit.updatedAt} editor={editor} detail={detail} edit={edit} />;
    case 'queued':
      return <WaitingNotice editor={editor} detail={detail} edit={edit} job={job} />;
    case 'unknown':
      return <UnknownNotice editor={editor} edit={edit} job={job} />;
    default:
      return <SendingNotice edit={edit} />;
  }
}

function SendingNotice({ edit }: { readonly edit: Edit }) {
  const { t } = useTranslation('links');
  return (
    <Notice tone="info" title={t('waiting.sending')}>
      <div className={styles['told']}>
        <ChangeTable caption={t('waiting.changes')} changes={edit.changes} />
        <p className={styles['now']}>
          <Spinner size={14} /> {t('waiting.sendingNext')}
        </p>
      </div>
    </Notice>
  );
}
