import { capabilitiesOf } from '#domain/capability';
import type { Connection, ProviderId } from '#domain/provider';
import { isVerbOffered } from '#domain/verb-offers';
import { rowVerbs, type RowVerb } from '../../features/links/table/row-items';
import type { PageCommand } from '../../stores/commands';
import type { DialogName } from '../../stores/dialogs-store';
import { shortcutTo } from '../shortcuts';

/** What can be asked of the pages by its name. */
export type PaletteOrder = Extract<
  PageCommand,
  | 'edit-link'
  | 'refresh'
  | 'select-all'
  | 'focus-search'
  | 'open-filters'
  | `show-${'links' | 'jobs' | 'connections' | 'audit'}`
>;
/** The dialogs with a name of their own; the bulk edit is reached by its verbs. */
export type PaletteDialogName = Exclude<DialogName, 'palette' | 'bulk-edit'>;

export type PaletteAction =
  | { readonly kind: 'command'; readonly command: PaletteOrder }
  | { readonly kind: 'dialog'; readonly name: PaletteDialogName }
  | { readonly kind: 'verb'; readonly verb: RowVerb }
  | { readonly kind: 'sync'; readonly connection: Pick<Connection, 'id' | 'name'> }
  | { readonly kind: 'pick-view'; readonly id: string; readonly name: string };

/** Why a command cannot be used now. */
export type PaletteReason =
  | { readonly kind: 'nothing-selected' | 'nothing-shown' | 'no-connection' | 'not-offered' | 'syncing' }
  | { readonly kind: 'no-list'; readonly provider: ProviderId };

export const paletteGroups = ['links', 'getting', 'views', 'going'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteCommand {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly action: PaletteAction;
  /** The keys that do the same, `Mod` for Control or Command. */
  readonly keys?: string | undefined;
  /** Absent when it can be used now. */
  readonly reason?: PaletteReason | undefined;
}

/** What the commands depend on, as it is when the palette opens. */
export interface PaletteFacts {
  readonly selected: number;
  /** How many links an action without a selection is about. */
  readonly shown: number;
  /** The providers of the links that verbs are about. */
  readonly providers: readonly ProviderId[];
  readonly connections: readonly Pick<Connection, 'id' | 'name' | 'provider'>[];
  /** Connections whose list is being read. */
  readonly syncing: readonly string[];
  readonly views: readonly { readonly id: string; readonly name: string }[];
  /** The views with a key of their own, in its order. */
  readonly keyedViews: readonly string[];
}

/** Every command there is, those that cannot be used now with the reason. */
export function paletteCommands(facts: PaletteFacts): readonly PaletteCommand[] {
  const { selected, shown, connections } = facts;
  const nothingShown = shown === 0 ? { kind: 'nothing-shown' as const } : undefined;
  const noConnection = connections.length === 0 ? { kind: 'no-connection' as const } : undefined;
  return [
    command('links', 'edit-link', nothingShown),
    command('links', 'refresh', nothingShown),
    command('links', 'select-all', nothingShown),
    dialog('links', 'export', nothingShown),
    ...rowVerbs.map((verb): PaletteCommand => ({
      ...{ id: verb, group: 'links', action: { kind: 'verb', verb } },
      keys: verb === 'set-expiry' ? shortcutTo({ kind: 'dialog', name: 'bulk-edit' }) : undefined,
      reason: whyNot(verb, selected, facts.providers),
    })),
    ...connections.map((connection) => sync(connection, facts.syncing)),
    dialog('getting', 'import'),
    dialog('getting', 'add-links', noConnection),
    dialog('getting', 'create-link', noConnection),
    dialog('getting', 'add-connection'),
    ...facts.views.map(({ id, name }): PaletteCommand => {
      const index = facts.keyedViews.indexOf(id);
      const keys = index < 0 ? undefined : shortcutTo({ kind: 'view', index });
      return { id: `view ${id}`, group: 'views', action: { kind: 'pick-view', id, name }, keys };
    }),
    command('going', 'focus-search'),
    command('going', 'open-filters'),
    command('going', 'show-links'),
    command('going', 'show-jobs'),
    command('going', 'show-connections'),
    command('going', 'show-audit'),
    dialog('going', 'settings'),
    dialog('going', 'shortcuts'),
  ];
}

function whyNot(
  verb: RowVerb,
  selected: number,
  providers: readonly ProviderId[],
): PaletteReason | undefined {
  if (!isVerbOffered(verb, providers)) return { kind: 'not-offered' };
  return selected === 0 ? { kind: 'nothing-selected' } : undefined;
}

function sync(
  { id, name, provider }: PaletteFacts['connections'][number],
  syncing: readonly string[],
): PaletteCommand {
  const noList = capabilitiesOf[provider].list ? undefined : { kind: 'no-list' as const, provider };
  const isRunning = syncing.includes(id) ? { kind: 'syncing' as const } : undefined;
  const action = { kind: 'sync', connection: { id, name } } as const;
  return { id: `sync ${id}`, group: 'getting', action, reason: noList ?? isRunning };
}

function command(group: PaletteGroup, id: PaletteOrder, reason?: PaletteReason): PaletteCommand {
  const action = { kind: 'command', command: id } as const;
  return { id, group, action, keys: shortcutTo(action), reason };
}

function dialog(group: PaletteGroup, id: PaletteDialogName, reason?: PaletteReason): PaletteCommand {
  const action = { kind: 'dialog', name: id } as const;
  return { id, group, action, keys: shortcutTo(action), reason };
}
