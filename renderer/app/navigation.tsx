import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../stores/desk-context';
import { IconPlus, IconSettings } from '../ui/icons/actions';
import { IconInfo, IconKey, IconLink, IconInbox } from '../ui/icons/signs';
import { IconButton } from '../ui/icon-button';
import styles from './navigation.module.css';

export type PageName = 'links' | 'connections';

export interface NavigationProps {
  readonly page: PageName;
  readonly onGo: (page: PageName) => void;
}

/** The views and connections of the desk. A connection in the list shows just its links. */
export function Navigation({ page, onGo }: NavigationProps) {
  const { t } = useTranslation(['app', 'common']);
  const { connections, query, dialogs } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const filter = useStore(query, (state) => state.filter);
  const [only, ...others] = filter.connectionIds ?? [];
  const shown = page === 'links' && others.length === 0 ? only : undefined;
  const show = (connectionIds: readonly string[]) => {
    onGo('links');
    query.getState().setFilter({ ...filter, connectionIds });
  };
  const { open } = dialogs.getState();
  return (
    <nav className={styles['navigation']} aria-label={t('navigation')}>
      <p className={styles['brand']}>
        <span className={styles['mark']}>
          <IconLink />
        </span>
        {t('common:appName')}
      </p>
      <Item isCurrent={page === 'links' && only === undefined} icon={<IconInbox />} onPress={() => show([])}>
        {t('allLinks')}
      </Item>
      <div className={styles['group']}>
        <h2>{t('connections')}</h2>
        <IconButton
          size="small"
          label={t('addConnection')}
          icon={<IconPlus size={14} />}
          onPress={() => open('add-connection')}
        />
      </div>
      {all.map(({ id, name, environment }) => (
        <Item
          key={id}
          isCurrent={shown === id}
          icon={<span className={styles['dot']} data-environment={environment} />}
          onPress={() => show([id])}
        >
          <bdi>{name}</bdi>
        </Item>
      ))}
      <Item isCurrent={page === 'connections'} icon={<IconKey />} onPress={() => onGo('connections')}>
        {t('manageConnections')}
      </Item>
      <span className={styles['spacer']} />
      <Item icon={<IconSettings />} onPress={() => open('settings')}>
        {t('common:settings')}
      </Item>
      <Item icon={<IconInfo />} onPress={() => open('shortcuts')}>
        {t('shortcuts')}
      </Item>
    </nav>
  );
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly isCurrent?: boolean;
  readonly onPress: () => void;
}

function Item({ icon, children, isCurrent = false, onPress }: ItemProps) {
  return (
    <AriaButton
      className={styles['item'] ?? ''}
      onPress={onPress}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
    >
      <span className={styles['icon']}>{icon}</span>
      <span className={styles['text']}>{children}</span>
    </AriaButton>
  );
}
