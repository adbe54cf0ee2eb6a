import path from 'node:path';
import { AppError } from '#domain/app-error';
import type { Serve } from '../envelope';
import { fileFilters, withProgress, type FileHandlers } from './file-handlers';

export function serveExport(serve: Serve, options: FileHandlers): void {
  const { store, tasks, dialogs } = options;
  const written = new Map<string, string>();
  serve('export:run', async ({ taskId, spec }) => {
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
