import path from 'node:path';
import { AppError } from '#domain/app-error';
import type { ImportSpec } from '#domain/import-map';
import { forwardProgress } from '../../tasks/forward-progress';
import type { Serve } from '../envelope';
import { fileFilters, type FileHandlers } from './file-handlers';

export function serveImport(serve: Serve, options: FileHandlers): void {
  const { store, tasks, dialogs, now } = options;
  // The renderer knows a chosen file by an id of ours; its path stays here.
  const chosen = new Map<string, { readonly path: string; ran?: ImportSpec }>();
  const fileOf = (importId: string) => {
    const file = chosen.get(importId);
    if (file === undefined) throw new AppError('file/not-found');
    return file;
  };
  serve('import:choose', async () => {
    const file = await dialogs.chooseFile(fileFilters.csv);
    if (file === undefined) return null;
    const inspected = await store.call('inspectImport', { path: file });
    const importId = options.newId();
    chosen.set(importId, { path: file });
    return { importId, fileName: path.basename(file), ...inspected };
  });
  serve('import:run', async ({ importId, spec }) => {
    const file = fileOf(importId);
    const summary = await tasks.run(importId, (context) =>
      forwardProgress({ store, event: 'importProgress' }, context, () =>
        store.call('runImport', { path: file.path, spec, now: now() }, { signal: context.signal }),
      ),
    );
    file.ran = spec;
    options.onImported();
    return summary;
  });
  serve('import:save-rejected', async ({ importId }) => {
    const file = fileOf(importId);
    if (file.ran === undefined) throw new AppError('export/no-rows');
    const name = `${path.parse(file.path).name}-rejected.csv`;
    const target = await dialogs.chooseTarget(name, fileFilters.csv);
    if (target === undefined) return null;
    const request = { path: file.path, spec: file.ran, now: now(), target };
    const { rows } = await store.call('saveRejected', request);
    return { fileName: path.basename(target), rows };
  });
}
