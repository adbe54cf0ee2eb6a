import type { ColumnLayout, ColumnsStore } from './columns-store';
import type { SettingsStore } from './settings-store';

/** A drag sends many widths; this long after the last one they are kept, in milliseconds. */
const pauseMs = 250;

interface Stores {
  readonly columns: ColumnsStore;
  readonly settings: SettingsStore;
}

/** Keeps every change of the columns in the settings; the returned function ends that. A layout that cannot be kept stays on screen. */
export function keepColumns({ columns, settings }: Stores): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (layout: ColumnLayout): void => {
    settings
      .getState()
      .change({ columns: layout })
      .catch(() => undefined);
  };
  const end = columns.subscribe(({ layout }) => {
    clearTimeout(timer);
    if (layout !== settings.getState().settings.columns) timer = setTimeout(keep, pauseMs, layout);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Shows the columns as they were kept, if they were. */
export function showKeptColumns({ columns, settings }: Stores): void {
  const kept = settings.getState().settings.columns;
  if (kept !== undefined) columns.getState().setLayout(kept);
}
