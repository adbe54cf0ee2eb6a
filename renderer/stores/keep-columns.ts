import type { ColumnLayout } from '#domain/saved-view';
import type { ColumnsStore } from './columns-store';
import type { SettingsStore } from './settings-store';
import { contentOf } from './view-content';
import type { ViewsStore } from './views-store';

/** A drag sends many widths; this long after the last one they are kept, in milliseconds. */
const pauseMs = 250;

interface Stores {
  readonly columns: ColumnsStore;
  readonly settings: SettingsStore;
  readonly views: ViewsStore;
}

/**
 * Keeps every change of the columns in the settings, unless the current view has its own; the returned function ends that. A
 * layout that cannot be kept stays on screen.
 */
export function keepColumns({ columns, settings, views }: Stores): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (layout: ColumnLayout): void => {
    settings
      .getState()
      .change({ columns: layout })
      .catch(() => undefined);
  };
  const end = columns.subscribe(({ layout }) => {
    const { settings: kept } = settings.getState();
    if (contentOf(views.getState().currentId, kept.views).columns !== undefined) return;
    clearTimeout(timer);
    if (layout !== kept.columns) timer = setTimeout(keep, pauseMs, layout);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
