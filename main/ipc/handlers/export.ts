import path from 'node:path';
import { AppError } from '#domain/app-error';
import type { ExportSpec } from '#domain/export-spec';
import type { Serve } from '../envelope';
import { fileFilters, withProgress, type FileHandlers } from './file-handlers';

export function serveExport(serve: Serve, options: FileHandlers): void {
  const { store, tasks, dialogs } = options;
  const written = new Map<string, string>();
  serve('export:run', async ({ taskId, spec: asked }) => {
    // Frozen at the press: while the dialog is open the table may change, and the file must hold what was on screen.
    const keys = await store.call('freezeSelection', { selection: asked.selection });
    const spec: ExportSpec = { ...asked, selection: { mode: 'only', keys } };
    const day = new Date(options.now()).toISOString().slice(0, 10);
    const target = await dialogs.chooseTarget(
      `payment-links-${day}.${spec.format}`,
      fileFilters[spec.format],
    );
    if (target === undefined) return null;
    const receipt = await tasks.run(taskId, (context) =>
      withProgress({ store, event: 'exportProgress' }, context, () =>
        store.call('runExport', { spec, target }, { signal: context.signal }),
      ),
    );
    written.set(taskId, target);
    return { fileName: path.basename(target), ...receipt };
  });
  serve('export:reveal', ({ taskId }) => {
    const file = written.get(taskId);
    if (file === undefined) throw new AppError('file/not-found');
    options.reveal(file);
    return undefined;
  });
}
