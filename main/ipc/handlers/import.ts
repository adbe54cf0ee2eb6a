import path from 'node:path';
import { AppError } from '#domain/app-error';
import type { ImportSpec } from '#domain/import-map';
import type { FileShape, ImportFormat } from '#domain/import-reading';
import type { SettingsStore } from '../../settings/read-settings';
import { forwardProgress } from '../../tasks/forward-progress';
import type { Serve } from '../envelope';
import { fileFilters, importFilters, type FileHandlers } from './file-handlers';

/** A file the renderer knows by an id of ours; its path stays here. */
interface KnownFile {
  readonly path: string;
  readonly format: ImportFormat;
  ran?: ImportSpec;
}

export interface ImportHandlers extends FileHandlers {
  readonly settings: Pick<SettingsStore, 'read'>;
}

export function serveImport(serve: Serve, options: ImportHandlers): void {
  const { store, tasks, dialogs, now } = options;
  const known = new Map<string, KnownFile>();
  const fileOf = (importId: string) => {
    const file = known.get(importId);
    if (file === undefined) throw new AppError('file/not-found');
    return file;
  };
  const describe = async (importId: string, file: string, asked: Partial<FileShape>) => {
    const inspected = await store.call('inspectImport', { path: file, asked });
    return { importId, fileName: path.basename(file), ...inspected };
  };
  const take = async (file: string) => {
    const importId = options.newId();
    const described = await describe(importId, file, {});
    known.set(importId, { path: file, format: described.format });
    return described;
  };
  serve('import:choose', async () => {
    const file = await dialogs.chooseFile(importFilters);
    return file === undefined ? null : take(file);
  });
  serve('import:drop', ({ path: file }) => {
    // Electron knows no path of what is not a file of this computer.
    if (!path.isAbsolute(file)) throw new AppError('file/not-found');
    return take(file);
  });
  serve('import:reread', ({ importId, shape }) => describe(importId, fileOf(importId).path, shape));
  serve('import:preview', ({ importId, reading, map, zone }) => {
    // A preview shows neither of the two that are left open.
    const spec = { connectionId: '', exportedAt: now(), reading, map, zone };
    return store.call('previewImport', { path: fileOf(importId).path, spec, now: now() });
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
    const filter = fileFilters[file.format === 'xml' ? 'xml' : 'csv'];
    const name = `${path.parse(file.path).name}-rejected.${filter.extensions[0] ?? ''}`;
    const target = await dialogs.chooseTarget(name, filter);
    if (target === undefined) return null;
    const { language } = await options.settings.read();
    const request = { path: file.path, spec: file.ran, now: now(), target, language };
    const { rows } = await store.call('saveRejected', request);
    return { fileName: path.basename(target), rows };
  });
}
