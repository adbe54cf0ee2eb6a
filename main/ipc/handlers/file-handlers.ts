import type { ExportFormat } from '#domain/export-spec';
import type { StoreClient } from '../../store/store-client';
import type { StoreEvents } from '../../store/store-api';
import type { RunningTasks, TaskContext } from '../../tasks/running-tasks';

export interface FileFilter {
  name: string;
  extensions: string[];
}

/** The operating system's file dialogs. Paths never leave main. */
export interface Dialogs {
  /** The chosen file, or undefined when the dialog was closed. */
  chooseFile(filter: FileFilter): Promise<string | undefined>;
  /** Where to write, or undefined when the dialog was closed. */
  chooseTarget(suggestedName: string, filter: FileFilter): Promise<string | undefined>;
}

export interface FileHandlers {
  readonly store: StoreClient;
  readonly tasks: RunningTasks;
  readonly dialogs: Dialogs;
  readonly reveal: (file: string) => void;
  readonly onImported: () => void;
  readonly now: () => number;
  readonly newId: () => string;
}

export const fileFilters: Readonly<Record<ExportFormat, FileFilter>> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  xml: { name: 'XML', extensions: ['xml'] },
};

/** Forwards the store's progress to the task while some work runs. */
export async function withProgress<T>(
  { store, event }: { readonly store: StoreClient; readonly event: keyof StoreEvents },
  { report }: TaskContext,
  work: () => Promise<T>,
): Promise<T> {
  const end = store.on(event, ({ done, total }) => {
    report(done, total);
  });
  try {
    return await work();
  } finally {
    end();
  }
}
