import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ColumnLayout, SavedView } from '#domain/saved-view';
import type { ColumnsStore } from './columns-store';
import type { QueryStore } from './query-store';
import type { SettingsStore } from './settings-store';
import { contentOf, firstView, viewsWithKey, type ShownContent } from './view-content';

export interface ViewsState {
  /** The view that what is on screen came from; the user may have gone on from it. */
  readonly currentId: string;
  /** Shows a view as it is kept. Of the current one this takes every change back. */
  pick(id: string): void;
  /** Shows the view at a place among those with a key, built-in ones first; no view there is no harm. */
  pickAt(index: number): void;
  /** Keeps what is on screen in the current view, which must be a saved one. This and the next three reject with a BridgeError. */
  save(): Promise<void>;
  /** Keeps what is on screen as a new view; with its own columns and density, or with whichever the table has. */
  saveAs(name: string, withLayout: boolean): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Forgets a saved view and leaves what is on screen; gives the way back. */
  remove(id: string): Promise<() => Promise<void>>;
}

export type ViewsStore = StoreApi<ViewsState>;

export interface ViewParts {
  readonly query: QueryStore;
  readonly columns: ColumnsStore;
  readonly settings: SettingsStore;
}

export interface ViewsStart {
  /** Makes ids for saved views. */
  readonly newId: () => string;
  /** The columns as long as nobody has changed any. */
  readonly firstColumns: ColumnLayout;
}

/** Everything on screen that belongs to a view. */
export function shownContent({ query, columns, settings }: ViewParts): ShownContent {
  const { filter, sort } = query.getState();
  return { filter, sort, columns: columns.getState().layout, density: settings.getState().settings.density };
}

/** The views: the user's own live in the settings, what they show in the query and the columns. */
export function createViewsStore(parts: ViewParts, { newId, firstColumns }: ViewsStart): ViewsStore {
  const { query, columns, settings } = parts;
  const saved = () => settings.getState().settings.views;
  const keep = (views: readonly SavedView[]) => settings.getState().change({ views });
  const change = (id: string, to: (view: SavedView) => SavedView) =>
    keep(saved().map((view) => (view.id === id ? to(view) : view)));

  return createStore<ViewsState>((set, get) => ({
    currentId: firstView,
    pick: (id) => {
      const view = contentOf(id, saved());
      const before = contentOf(get().currentId, saved());
      set({ currentId: id });
      const general = settings.getState().settings.columns ?? firstColumns;
      if (view.columns !== undefined || before.columns !== undefined) {
        columns.getState().setLayout(view.columns ?? general);
      }
      if (view.density !== undefined && view.density !== settings.getState().settings.density) {
        // A density that cannot be kept is taken back, which the table shows.
        settings
          .getState()
          .change({ density: view.density })
          .catch(() => undefined);
      }
      query.getState().show(view);
    },
    pickAt: (index) => {
      const id = viewsWithKey(saved())[index];
      if (id !== undefined) get().pick(id);
    },
    save: () => change(get().currentId, (view) => withContent(view, shownContent(parts))),
    saveAs: async (name, withLayout) => {
      const { filter, sort, columns: layout, density } = shownContent(parts);
      const id = newId();
      const own = withLayout ? { columns: layout, density } : {};
      await keep([...saved(), { id, name: name.trim(), filter, sort, ...own }]);
      set({ currentId: id });
    },
    rename: (id, name) => change(id, (view) => ({ ...view, name: name.trim() })),
    remove: async (id) => {
      const index = saved().findIndex((view) => view.id === id);
      const view = saved()[index];
      if (view === undefined) return () => Promise.resolve();
      const wasCurrent = get().currentId === id;
      await keep(saved().filter((other) => other.id !== id));
      if (wasCurrent) set({ currentId: firstView });
      return async () => {
        await keep(saved().toSpliced(index, 0, view));
        if (wasCurrent && get().currentId === firstView) set({ currentId: id });
      };
    },
  }));
}

/** A saved view with what is on screen; columns and density only where it had its own. */
function withContent(view: SavedView, { filter, sort, columns, density }: ShownContent): SavedView {
  return {
    ...view,
    filter,
    sort,
    ...(view.columns === undefined ? {} : { columns }),
    ...(view.density === undefined ? {} : { density }),
  };
}
