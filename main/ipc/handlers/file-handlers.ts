import type { ExportFormat } from '#domain/export-spec';
import type { StoreClient } from '../../store/store-client';
import type { RunningTasks } from '../../tasks/running-tasks';

export interface FileFilter {
  name: string;
  extensions: string[];
}

/** The operating system's file dialogs. Paths never leave main. */
export interface Dialogs {
  chooseFile(filter: FileFilter): Promise<string | undefined>;
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
