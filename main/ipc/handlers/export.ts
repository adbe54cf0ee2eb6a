import { AppError } from '#domain/app-error';
import type { ExportSpec } from '#domain/export-spec';
import type { Serve } from '../envelope';
import { fileFilters, writeChosen, type FileHandlers } from './file-handlers';

export function serveExport(serve: Serve, options: FileHandlers): void {
  const { store, written } = options;
  serve('export:run', async ({ taskId, spec: asked }) => {
    // Frozen at the press: while the dialog is open the table may change, and the file must hold what was on screen.
    const keys = await store.call('freezeSelection', { selection: asked.selection });
    const spec: ExportSpec = { ...asked, selection: { mode: 'only', keys } };
    const file = { taskId, name: 'payment-links', filter: fileFilters[spec.format] };
    return writeChosen(options, file, (target, call) => store.call('runExport', { spec, target }, call));
  });
  serve('export:reveal', ({ taskId }) => {
    const file = written.get(taskId);
    if (file === undefined) throw new AppError('file/not-found');
    options.reveal(file);
    return undefined;
  });
}
