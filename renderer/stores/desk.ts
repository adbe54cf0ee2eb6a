import type { Settings } from '#contract/settings';
import type { LinkSelection } from '#domain/link-filter';
import { hasDates } from '#domain/resolve-filter';
import type { Bridge } from '../bridge/bridge-client';
import { createColumnsStore, type ColumnsStore } from './columns-store';
import { createCommands, type Commands } from './commands';
import { createConnectionsStore, type ConnectionsStore } from './connections-store';
import { createCreationsStore, type CreationsStore } from './creations-store';
import { createDialogsStore, type DialogsStore } from './dialogs-store';
import { createJobsStore, followJobs, type JobsStore } from './jobs-store';
import { keepColumns } from './keep-columns';
import { createNoticesStore, type NoticesStore } from './notices-store';
import { followLinkChanges } from './follow-link-changes';
import { keepShown } from './keep-shown';
import { createQueryStore, type QueryStore } from './query-store';
import { countSelected, createSelectionStore, toLinkSelection, type SelectionStore } from './selection-store';
import { createReachStore, followReach, type ReachStore } from './reach-store';
import { createSettingsStore, type SettingsStore } from './settings-store';
import { createStatusStore, followStatus, type StatusStore } from './status-store';
import { createTasksStore, followProgress, type TasksStore } from './tasks-store';
import { createSyncsStore, followSyncs, type SyncsStore } from './syncs-store';
import { createViewsStore, type ViewsStore } from './views-store';

/** All shared state of the screen with the bridge it rests on. Features reach it by `useDesk()`. */
export interface Desk {
  readonly bridge: Bridge;
  readonly query: QueryStore;
  readonly selection: SelectionStore;
  readonly notices: NoticesStore;
  readonly settings: SettingsStore;
  readonly status: StatusStore;
  readonly tasks: TasksStore;
  readonly jobs: JobsStore;
  readonly connections: ConnectionsStore;
  readonly reach: ReachStore;
  readonly syncs: SyncsStore;
  readonly creations: CreationsStore;
  readonly dialogs: DialogsStore;
  readonly columns: ColumnsStore;
  readonly views: ViewsStore;
  readonly commands: Commands;
  /** Makes ids for what the user keeps. */
  readonly newId: () => string;
}

/** What the screen starts with, before main has told anything. */
export interface DeskStart {
  readonly settings: Settings;
  readonly hiddenColumns: readonly string[];
  /** Makes ids for tasks and views. */
  readonly newId: () => string;
}

export function createDesk(bridge: Bridge, before: DeskStart): Desk {
  const columns = createColumnsStore(before.hiddenColumns);
  const query = createQueryStore(bridge);
  const settings = createSettingsStore(bridge, before.settings);
  return {
    bridge,
    query,
    selection: createSelectionStore(),
    notices: createNoticesStore(),
    settings,
    status: createStatusStore(bridge),
    tasks: createTasksStore(bridge, before.newId),
    jobs: createJobsStore(bridge, Date.now),
    connections: createConnectionsStore(bridge),
    reach: createReachStore(bridge, Date.now),
    syncs: createSyncsStore(bridge, Date.now),
    creations: createCreationsStore(bridge),
    dialogs: createDialogsStore(),
    columns,
    views: createViewsStore(
      { query, columns, settings },
      { newId: before.newId, firstColumns: columns.getState().layout },
    ),
    commands: createCommands(),
    newId: before.newId,
  };
}

/** Subscribes the stores to main's events; the returned function ends all of it. */
export function followMain(desk: Desk): () => void {
  const endings = [
    followLinkChanges(desk.bridge, desk.query),
    followStatus(desk.bridge, desk.status),
    followProgress(desk.bridge, desk.tasks, Date.now),
    followJobs(desk.bridge, desk.jobs, Date.now),
    followReach(desk.bridge, desk.reach),
    followSyncs(desk.bridge, desk.syncs, Date.now),
    clearSelectionOnFilter(desk),
    reopenInNewZone(desk),
    keepColumns(desk),
    keepShown(desk),
  ];
  return () => endings.forEach((end) => end());
}

/** Another filter ends the selection: nobody should change rows that are no longer in sight. */
function clearSelectionOnFilter({ query, selection }: Desk): () => void {
  return query.subscribe((now, before) => {
    if (now.filter !== before.filter) selection.getState().clear();
  });
}

/** Days are counted in the settings' zone, by main: another zone means other rows. */
function reopenInNewZone({ settings, query }: Desk): () => void {
  return settings.subscribe((now, before) => {
    if (now.settings.zone === before.settings.zone || !hasDates(query.getState().filter)) return;
    // A change is shown before it is sent to main; the opening must come after it there.
    queueMicrotask(() => void query.getState().reopen());
  });
}

/** What an action is about: the selected rows, or all matching ones when none is selected. Undefined without an opened query. */
export interface ActionScope {
  readonly selection: LinkSelection;
  readonly count: number;
  readonly kind: 'selected' | 'matching';
}

/** Reads the scope at the moment of the action: handles change whenever the table is opened again. */
export function actionScope({ query, selection }: Desk): ActionScope | undefined {
  const { answer } = query.getState();
  if (answer === undefined) return undefined;
  const rows = selection.getState().selection;
  const count = countSelected(rows, answer.total);
  // While the rows are still being found, "all but some" may seem to be none: it is not all of them for that.
  const isFindingRest = rows.mode === 'allExcept' && !answer.isComplete;
  if (count > 0 || isFindingRest)
    return { selection: toLinkSelection(rows, answer.handle), count, kind: 'selected' };
  return {
    selection: { mode: 'allExcept', handle: answer.handle, keys: [] },
    count: answer.total,
    kind: 'matching',
  };
}
