import { AppError } from '#domain/app-error';
import type { Serve } from '../envelope';
import { fileFilters, writeChosen, type FileHandlers } from './file-handlers';

/** As many links as a look at a file is made of. */
const mostPreviewed = 10;

export function serveExport(serve: Serve, options: FileHandlers): void {
  const { store, written, version } = options;
  serve('export:preview', async ({ spec: { selection, sort, ...spec } }) => {
    if (selection.mode !== 'only' || selection.keys.length > mostPreviewed) {
      throw new AppError('ipc/bad-request', { field: 'selection', message: 'A preview takes a few links.' });
    }
    const { handle: held } = await store.call('holdSelection', { selection, sort });
    return store
      .call('previewExport', { spec, held, version })
      .finally(() => void store.call('dropSelection', { handle: held }).catch(() => undefined));
  });
  serve('export:run', async ({ taskId, spec: { selection, sort, ...spec } }) => {
    // Frozen at the press: while the dialog is open the table may change, and the file must hold what was on screen.
    const { handle: held } = await store.call('holdSelection', { selection, sort });
    const file = { taskId, name: 'payment-links', filter: fileFilters[spec.format] };
    try {
      return await writeChosen(options, file, (target, call) =>
        store.call('runExport', { spec, held, target, version }, call),
      );
    } finally {
      // The oldest go by themselves: a store that is gone is no failure of the export.
      await store.call('dropSelection', { handle: held }).catch(() => undefined);
    }
  });
  serve('export:reveal', ({ taskId }) => {
    const file = written.get(taskId);
    if (file === undefined) throw new AppError('file/not-found');
    options.reveal(file);
    return undefined;
  });
}
