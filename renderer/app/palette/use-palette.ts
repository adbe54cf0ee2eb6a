import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useViews } from '../../features/links/views/use-views';
import { actionScope } from '../../stores/desk';
import { useDesk } from '../../stores/desk-context';
import { useScopeProviders } from '../../stores/use-scope-providers';
import { useSync } from '../../stores/use-sync';
import { viewsWithKey } from '../../stores/view-content';
import { perform } from '../perform';
import { paletteCommands, type PaletteCommand } from './palette-commands';

export interface Palette {
  readonly commands: readonly PaletteCommand[];
  readonly run: (command: PaletteCommand) => void;
}

/** The commands as things stand, and what does them. */
export function usePalette(): Palette {
  const desk = useDesk();
  const { start } = useSync();
  const { all: views } = useViews();
  const providers = useScopeProviders();
  const saved = useStore(desk.settings, (state) => state.settings.views);
  const connections = useStore(desk.connections, (state) => state.connections) ?? [];
  const syncs = useStore(desk.syncs, (state) => state.syncs);
  const scope = actionScope(desk);
  const shown = scope?.count ?? 0;
  const run = ({ action }: PaletteCommand) => {
    if (action.kind === 'verb') desk.dialogs.getState().openBulkEdit({ kind: 'choose', verb: action.verb });
    else if (action.kind === 'sync') start([action.connection.id], 'incremental');
    else if (action.kind === 'pick-view') {
      desk.views.getState().pick(action.id);
      desk.commands.run('show-links');
    } else perform(desk, action);
  };
  return {
    commands: paletteCommands({
      ...{ shown, selected: scope?.kind === 'selected' ? shown : 0, providers, connections, views },
      syncing: connections.map(({ id }) => id).filter((id) => syncs[id]?.latest.state === 'running'),
      keyedViews: viewsWithKey(saved),
    }),
    run,
  };
}

/** What commands are called, and why one cannot be used now. */
export function usePaletteWords(): {
  readonly nameOf: (command: PaletteCommand) => string;
  readonly reasonOf: (command: PaletteCommand) => string | undefined;
} {
  const { t } = useTranslation(['app', 'links', 'jobs', 'connections', 'sync', 'common']);
  const names: Readonly<Record<string, string>> = {
    'set-expiry': t('links:bulk.setExpiry'),
    'edit-link': t('keys.open'),
    refresh: t('keys.refresh'),
    'select-all': t('keys.all'),
    export: t('links:export'),
    import: t('links:import'),
    'add-links': t('links:add.byId'),
    'create-link': t('links:add.create'),
    'add-connection': t('addConnection'),
    'focus-search': t('keys.search'),
    'open-filters': t('keys.filter'),
    'show-links': t('allLinks'),
    'show-jobs': t('jobs:heading'),
    'show-connections': t('manageConnections'),
    'show-audit': t('auditLog'),
    settings: t('common:settings'),
    shortcuts: t('shortcuts'),
  };
  const nameOf = ({ id, action }: PaletteCommand): string => {
    if (action.kind === 'sync') return t('sync:one', { name: action.connection.name });
    if (action.kind === 'pick-view') return `${t('links:views.trigger')} ${action.name}`;
    if (action.kind === 'verb' && action.verb !== 'set-expiry') return t(`links:bulk.verb.${action.verb}`);
    return names[id] ?? id;
  };
  const reasonOf = ({ reason, action }: PaletteCommand): string | undefined => {
    if (reason === undefined) return undefined;
    if (reason.kind === 'no-list')
      return t('sync:notOffered', { provider: t(`connections:provider.${reason.provider}`) });
    if (reason.kind === 'not-offered') return t('links:reasons.not-offered');
    if (reason.kind === 'syncing')
      return t('sync:running', { name: action.kind === 'sync' ? action.connection.name : '' });
    return t(`palette.reason.${reason.kind}`);
  };
  return { nameOf, reasonOf };
}
