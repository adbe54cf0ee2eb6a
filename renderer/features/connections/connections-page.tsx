import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '#domain/provider';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconPlus } from '../../ui/icons/actions';
import { IconKey } from '../../ui/icons/signs';
import { Notice } from '../../ui/notice';
import { ConnectionCard } from './connection-card';
import styles from './connections.module.css';
import { RemoveDialog } from './remove-dialog';

/** All connections, to test, remove and add. */
export function ConnectionsPage() {
  const { t } = useTranslation(['connections', 'common']);
  const { connections, dialogs } = useDesk();
  const { connections: all, error, read } = useStore(connections);
  const words = useErrorWords();
  const [removing, setRemoving] = useState<Connection | undefined>(undefined);
  const add = () => dialogs.getState().open('add-connection');
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <header className={styles['head']}>
          <div>
            <h1>{t('heading')}</h1>
            <p className={styles['muted']}>{t('intro')}</p>
          </div>
          <Button variant="primary" icon={<IconPlus />} onPress={add}>
            {t('add')}
          </Button>
        </header>
        {error !== undefined && (
          <Notice
            tone="error"
            title={words(error.code).title}
            action={
              <Button size="small" onPress={() => void read()}>
                {t('common:retry')}
              </Button>
            }
          >
            {words(error.code).next}
          </Notice>
        )}
        {all?.length === 0 ? (
          <EmptyState icon={<IconKey size={28} />} title={t('none')} />
        ) : (
          <ul className={styles['cards']}>
            {all?.map((connection) => (
              <li key={connection.id}>
                <ConnectionCard connection={connection} onRemove={() => setRemoving(connection)} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {removing !== undefined && (
        <RemoveDialog connection={removing} onClose={() => setRemoving(undefined)} />
      )}
    </div>
  );
}
