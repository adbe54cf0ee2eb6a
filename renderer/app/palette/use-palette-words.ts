import { useTranslation } from 'react-i18next';
import type { PaletteCommand, PaletteDialogName, PaletteOrder } from './palette-commands';

export interface PaletteWords {
  readonly nameOf: (command: PaletteCommand) => string;
  readonly reasonOf: (command: PaletteCommand) => string | undefined;
}

/** What commands are called, and why one cannot be used now. */
export function usePaletteWords(): PaletteWords {
  const { t } = useTranslation(['app', 'links', 'jobs', 'connections', 'sync', 'common']);
  const orders: Readonly<Record<PaletteOrder, string>> = {
    'edit-link': t('keys.open'),
    refresh: t('keys.refresh'),
    'select-all': t('keys.all'),
    'focus-search': t('keys.search'),
    'open-filters': t('keys.filter'),
    'show-links': t('allLinks'),
    'show-jobs': t('jobs:heading'),
    'show-connections': t('manageConnections'),
    'show-audit': t('auditLog'),
  };
  const dialogs: Readonly<Record<PaletteDialogName, string>> = {
    export: t('links:export'),
    import: t('links:import'),
    'add-links': t('links:add.byId'),
    'create-link': t('links:add.create'),
    'add-connection': t('addConnection'),
    settings: t('common:settings'),
    shortcuts: t('shortcuts'),
  };
  const nameOf = ({ action }: PaletteCommand): string => {
    switch (action.kind) {
      case 'command':
        return orders[action.command];
      case 'dialog':
        return dialogs[action.name];
      case 'verb':
        return action.verb === 'set-expiry' ? t('links:bulk.setExpiry') : t(`links:bulk.verb.${action.verb}`);
      case 'sync':
        return t('sync:one', { name: action.connection.name });
      case 'pick-view':
        return t('palette.view', { name: action.name });
    }
  };
  const reasonOf = ({ reason, action }: PaletteCommand): string | undefined => {
    if (reason === undefined) return undefined;
    switch (reason.kind) {
      case 'no-list':
        return t('sync:notOffered', { provider: t(`connections:provider.${reason.provider}`) });
      case 'not-offered':
        return t('links:reasons.not-offered');
      case 'syncing':
        return t('sync:running', { name: action.kind === 'sync' ? action.connection.name : '' });
      default:
        return t(`palette.reason.${reason.kind}`);
    }
  };
  return { nameOf, reasonOf };
}
