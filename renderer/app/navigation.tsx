import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSilent } from '../features/connections/reach/use-silent';
import { useFormatters } from '../i18n/use-formatters';
import { colourOf } from '../stores/connection-colour';
import { useDesk } from '../stores/desk-context';
import { ConnectionDot } from '../ui/connection-dot';
import { IconPlus, IconSettings } from '../ui/icons/actions';
import { IconInbox, IconInfo, IconJobs, IconKey, IconLink, IconLog, IconWarning } from '../ui/icons/signs';
import { IconButton } from '../ui/icon-button';
import styles from './navigation.module.css';

export type PageName = 'links' | 'jobs' | 'connections' | 'audit';

export interface NavigationProps {
  readonly page: PageName;
  readonly onGo: (page: PageName) => void;
}

/** The views and connections of the desk. A connection in the list shows just its links. */
export function Navigation({ page, onGo }: NavigationProps) {
  const { t } = useTranslation(['app', 'common', 'jobs']);
  const { connections, query, dialogs } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const filter = useStore(query, (state) => state.filter);
  const silent = useSilent();
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
      <Item
        isCurrent={page === 'jobs'}
        icon={<IconJobs />}
        end={<ConflictBadge />}
        onPress={() => onGo('jobs')}
      >
        {t('jobs:heading')}
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
      {all.map(({ id, name }) => (
        <Item
          key={id}
          isCurrent={shown === id}
          icon={<ConnectionDot colour={colourOf(id, all)} />}
          end={silent.some((other) => other.id === id) && <SilentMark />}
          onPress={() => show([id])}
        >
          <bdi>{name}</bdi>
        </Item>
      ))}
      <Item isCurrent={page === 'connections'} icon={<IconKey />} onPress={() => onGo('connections')}>
        {t('manageConnections')}
      </Item>
      <span className={styles['spacer']} />
      <Item isCurrent={page === 'audit'} icon={<IconLog />} onPress={() => onGo('audit')}>
        {t('auditLog')}
      </Item>
      <Item icon={<IconSettings />} onPress={() => open('settings')}>
        {t('common:settings')}
      </Item>
      <Item icon={<IconInfo />} onPress={() => open('shortcuts')}>
        {t('shortcuts')}
      </Item>
    </nav>
  );
}

/** How many conflicts wait for a decision; quiet when there are none. */
function ConflictBadge() {
  const { t } = useTranslation('jobs');
  const { jobs } = useDesk();
  const { number } = useFormatters();
  const count = useStore(jobs, (state) => state.counts.conflict);
  if (count === 0) return null;
  return (
    <span className={styles['badge']} title={t('page.badge', { count })}>
      <span aria-hidden>{number(count)}</span>
      <span className="visually-hidden">{t('page.badge', { count })}</span>
    </span>
  );
}

/** The provider of a connection does not answer. */
function SilentMark() {
  const { t } = useTranslation('connections');
  return (
    <span className={styles['silent']} title={t('reach.silent')}>
      <IconWarning size={14} />
      <span className="visually-hidden">{t('reach.silent')}</span>
    </span>
  );
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** A mark at the inline end. */
  readonly end?: ReactNode;
  readonly isCurrent?: boolean;
  readonly onPress: () => void;
}

function Item({ icon, children, end, isCurrent = false, onPress }: ItemProps) {
  return (
    <AriaButton
      className={styles['item'] ?? ''}
      onPress={onPress}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
    >
      <span className={styles['icon']}>{icon}</span>
      <span className={styles['text']}>{children}</span>
      {end}
    </AriaButton>
  );
}
