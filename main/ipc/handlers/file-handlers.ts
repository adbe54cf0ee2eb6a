import path from 'node:path';
import type { ExportFormat } from '#domain/export-spec';
import type { StoreClient } from '../../store/store-client';
import { forwardProgress } from '../../tasks/forward-progress';
import type { RunningTasks } from '../../tasks/running-tasks';

export interface FileFilter {
  name: string;
  extensions: string[];
}

/** The operating system's file dialogs. Paths never leave main. */
export interface Dialogs {
  /** The chosen file, or undefined when the dialog was closed. The first filter is chosen already. */
  chooseFile(filters: readonly FileFilter[]): Promise<string | undefined>;
  /** Where to write, or undefined when the dialog was closed. */
  chooseTarget(suggestedName: string, filter: FileFilter): Promise<string | undefined>;
}

export interface FileHandlers {
  readonly store: StoreClient;
  readonly tasks: RunningTasks;
  readonly dialogs: Dialogs;
  readonly reveal: (file: string) => void;
  /** The file each task wrote: the renderer names the task, never a path. */
  readonly written: Map<string, string>;
  readonly onImported: () => void;
  /** The version of this application, which files tell. */
  readonly version: string;
  readonly now: () => number;
  readonly newId: () => string;
}

export const fileFilters: Readonly<Record<ExportFormat, FileFilter>> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  xml: { name: 'XML', extensions: ['xml'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
};

export const importFilters: readonly FileFilter[] = [
  { name: 'CSV, XML, Excel', extensions: ['csv', 'tsv', 'txt', 'xml', 'xlsx'] },
  { name: '*', extensions: ['*'] },
];

/** What is asked of the user before a file is written. */
interface Asked {
  readonly taskId: string;
  /** The suggested name without day and ending. */
  readonly name: string;
  readonly filter: FileFilter;
}

/**
 * Asks where to write, then writes as a task of that name: with progress and cancel, and remembered so that it can be shown in
 * its folder. Null when the user closed the dialog.
 */
export async function writeChosen<R extends object>(
  { store, tasks, dialogs, written, now }: FileHandlers,
  { taskId, name, filter }: Asked,
  write: (target: string, options: { readonly signal: AbortSignal }) => Promise<R>,
): Promise<(R & { readonly fileName: string }) | null> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const target = await dialogs.chooseTarget(`${name}-${day}.${filter.extensions[0] ?? ''}`, filter);
  if (target === undefined) return null;
  const receipt = await tasks.run(taskId, (context) =>
    forwardProgress({ store, event: 'exportProgress' }, context, () =>
      write(target, { signal: context.signal }),
    ),
  );
  written.set(taskId, target);
  return { fileName: path.basename(target), ...receipt };
}
