import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditAnswer, LinkDetail } from '#contract/links';
import type { LinkRow } from '#domain/payment-link';
import { useErrorWords } from '../../../i18n/use-error-words';
import { colourOf } from '../../../stores/connection-colour';
import { useDesk } from '../../../stores/desk-context';
import { useTellFailure } from '../../../stores/use-tell-failure';
import { Button } from '../../../ui/button';
import { ConnectionName } from '../../../ui/connection-name';
import { InstantText } from '../../../ui/instant-text';
import { Notice } from '../../../ui/notice';
import type { EditorStore } from './editor-store';
import styles from './link-panel.module.css';
import { olderTwin, type OlderTwin } from './older-twin';

export interface DuplicatesNoticeProps {
  readonly editor: EditorStore;
  readonly detail: LinkDetail;
  readonly now: number;
  readonly zone: string;
}

/** Other open links that ask for the same, and the way to close the oldest of them. */
export function DuplicatesNotice({ editor, detail, now, zone }: DuplicatesNoticeProps) {
  const { t } = useTranslation('links');
  const { connections } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const { link, duplicates } = detail;
  if (duplicates.length === 0) return null;
  const nameOf = (row: LinkRow) =>
    all.find(({ id }) => id === row.connectionId)?.name ?? t('removedConnection');
  const older = olderTwin(link, duplicates, all);
  return (
    <div className={styles['notice']}>
      <Notice tone="warning" title={t('duplicates.title', { count: duplicates.length })}>
        <div className={styles['told']}>
          <p>{t('duplicates.why')}</p>
          <ul className={styles['twins']}>
            {duplicates.map((row) => (
              <li key={row.key}>
                <ConnectionName name={nameOf(row)} colour={colourOf(row.connectionId, all)} />
                <bdi dir="ltr" data-selectable>
                  {row.linkId}
                </bdi>
                <InstantText at={row.createdAt} timeZone={zone} now={now} />
              </li>
            ))}
          </ul>
          <CloseOlder editor={editor} older={older} nameOf={nameOf} />
        </div>
      </Notice>
    </div>
  );
}

interface CloseOlderProps {
  readonly editor: EditorStore;
  readonly older: OlderTwin;
  readonly nameOf: (row: LinkRow) => string;
}

function CloseOlder({ editor, older, nameOf }: CloseOlderProps) {
  const { t } = useTranslation('links');
  const sending = useStore(editor, (state) => state.sending);
  const { isClosing, close } = useCloseOlder(editor);
  if (older.kind === 'unknown') return <p>{t('duplicates.unknownAge')}</p>;
  const { link, isSelf, reason } = older;
  return (
    <>
      <p>
        {isSelf
          ? t('duplicates.thisIsOlder')
          : t('duplicates.otherIsOlder', { id: link.linkId, connection: nameOf(link) })}
        {reason !== undefined && ` ${t('duplicates.cannot', { reason: t(`reasons.${reason}`) })}`}
      </p>
      <div className={styles['buttons']}>
        <Button
          size="small"
          isPending={isClosing || (isSelf && sending)}
          isDisabled={reason !== undefined}
          onPress={() => close(link, isSelf)}
        >
          {t('duplicates.closeOlder')}
        </Button>
      </div>
    </>
  );
}

/** Closes a link by the path every edit takes: the one in front tells its outcome itself, for another there is a notice with a way back. */
function useCloseOlder(editor: EditorStore) {
  const { t } = useTranslation('links');
  const { bridge, notices } = useDesk();
  const tell = useTellFailure();
  const words = useErrorWords();
  const [isClosing, setClosing] = useState(false);
  const setStatus = (key: number, status: 'open' | 'closed') =>
    bridge.call('links:edit', { key, patch: { status } }).then((answer) => {
      void editor.getState().reread();
      return answer;
    });
  const told = ({ edit, link }: EditAnswer) => {
    const { add } = notices.getState();
    if (edit.state === 'applied') {
      const onPress = () => void setStatus(link.key, 'open').catch(tell);
      add({
        tone: 'success',
        text: t('duplicates.closed'),
        action: { label: t('duplicates.undo'), onPress },
      });
    } else if (edit.state === 'failed') {
      add({ tone: 'error', text: words(edit.errorCode ?? 'provider/refused').title });
    } else add({ tone: 'info', text: t('outcome.queued') });
  };
  const close = (link: LinkRow, isSelf: boolean) => {
    if (isSelf) {
      void editor.getState().send({ status: 'closed' });
      return;
    }
    setClosing(true);
    setStatus(link.key, 'closed')
      .then(told, tell)
      .finally(() => setClosing(false));
  };
  return { isClosing, close };
}
