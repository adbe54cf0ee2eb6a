import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ChangeTable } from './change-table';
import type { EditorStore } from './editor-store';
import styles from './link-panel.module.css';

export interface UnknownNoticeProps {
  readonly editor: EditorStore;
  readonly edit: Edit;
  readonly job: BulkJob | undefined;
}

/** An edit that was sent and not answered: nothing more is sent before the link has been looked up. */
export function UnknownNotice({ editor, edit, job }: UnknownNoticeProps) {
  const { t } = useTranslation('links');
  const deciding = useStore(editor, (state) => state.deciding);
  return (
    <Notice tone="warning" title={t('waiting.unknown')}>
      <div className={styles['told']}>
        <ChangeTable caption={t('waiting.changes')} changes={edit.changes} />
        <p>{t('waiting.unknownNext')}</p>
        {job?.state !== 'running' && (
          <div className={styles['buttons']}>
            <Button size="small" isPending={deciding} onPress={() => void editor.getState().sendNow()}>
              {t('waiting.lookUp')}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
