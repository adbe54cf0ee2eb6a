import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '#domain/provider';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconPlus } from '../../ui/icons/actions';
import { IconKey } from '../../ui/icons/signs';
import { ConnectionCard } from './connection-card';
import styles from './connections.module.css';
import { RemoveDialog } from './remove-dialog';

/** All connections, to test, remove and add. */
export function ConnectionsPage() {
  const { t } = useTranslation('connections');
  const { connections, dialogs } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
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
        {all.length === 0 ? (
          <EmptyState icon={<IconKey size={28} />} title={t('none')} />
        ) : (
          <ul className={styles['cards']}>
            {all.map((connection) => (
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
