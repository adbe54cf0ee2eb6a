import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useDesk } from '../../../stores/desk-context';
import { useSync } from '../../../stores/use-sync';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { IconImport, IconSearch, IconSync } from '../../../ui/icons/actions';
import { IconInbox, IconWarning } from '../../../ui/icons/signs';
import { useExplore } from '../use-explore';
import styles from './empty-table.module.css';

/** What stands in place of rows: nothing there yet, nothing matches, or nothing could be read. */
export function EmptyTable() {
  const { query } = useDesk();
  const answer = useStore(query, (state) => state.answer);
  const error = useStore(query, (state) => state.error);
  if (answer === undefined) return error === undefined ? null : <NotRead />;
  return answer.cached === 0 ? <NoneYet /> : <NoMatch />;
}

function NoneYet() {
  const { t } = useTranslation(['links', 'sync']);
  const { dialogs } = useDesk();
  const { explore, busy } = useExplore();
  const { listing, idle, start } = useSync();
  const hasList = listing.length > 0;
  return (
    <EmptyState
      icon={<IconInbox size={28} />}
      title={t('empty.noneTitle')}
      action={
        <div className={styles['actions']}>
          {hasList && (
            <Button
              variant="primary"
              icon={<IconSync />}
              isDisabled={idle.length === 0}
              onPress={() => start(idle, 'incremental')}
            >
              {t('sync:action')}
            </Button>
          )}
          <Button
            variant={hasList ? 'plain' : 'primary'}
            icon={<IconImport />}
            onPress={() => dialogs.getState().open('import')}
          >
            {t('empty.import')}
          </Button>
          <Button onPress={() => dialogs.getState().open('add-links')}>{t('add.byId')}</Button>
          <Button onPress={() => dialogs.getState().open('create-link')}>{t('add.create')}</Button>
          <Button onPress={explore} isPending={busy}>
            {t('empty.explore')}
          </Button>
        </div>
      }
    >
      {t(hasList ? 'empty.noneSync' : 'empty.none')}
    </EmptyState>
  );
}

function NoMatch() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  return (
    <EmptyState
      icon={<IconSearch size={28} />}
      title={t('empty.noMatchTitle')}
      action={<Button onPress={() => query.getState().setFilter({})}>{t('empty.clear')}</Button>}
    >
      {t('empty.noMatch')}
    </EmptyState>
  );
}

function NotRead() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const error = useStore(query, (state) => state.error);
  const words = useErrorWords()(error?.code ?? 'app/unexpected');
  return (
    <EmptyState
      icon={<IconWarning size={28} />}
      title={t('empty.errorTitle')}
      action={<Button onPress={() => void query.getState().reopen()}>{t('empty.retry')}</Button>}
    >
      {words.title} {words.next}
    </EmptyState>
  );
}
