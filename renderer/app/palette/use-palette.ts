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
  const { listing, idle, start } = useSync();
  const { all: views } = useViews();
  const providers = useScopeProviders();
  const saved = useStore(desk.settings, (state) => state.settings.views);
  const connections = useStore(desk.connections, (state) => state.connections) ?? [];
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
      syncing: listing.map(({ id }) => id).filter((id) => !idle.includes(id)),
      keyedViews: viewsWithKey(saved),
    }),
    run,
  };
}
