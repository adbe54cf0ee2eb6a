/** Entry of the store process: the database, and what reads it whole or fills it (export, import). */
import { runExport } from './export/run-export';
import { inspectImport } from './import/inspect-import';
import { runImport } from './import/run-import';
import { saveRejected } from './import/save-rejected';
import { serveProcess } from './processes/process-server';
import type { CallContext, ServedApi } from './processes/process-api';
import { createExportRows } from './store/export-rows';
import { OpenStoreSlot } from './store/open-store-slot';
import { readActor } from './store/read-actor';
import { createStagedLinks } from './store/staged-links';
import type { StoreApi, StoreEvents } from './store/store-api';

type Context = CallContext<StoreEvents>;
type Served = ServedApi<StoreApi, StoreEvents>;

const slot = new OpenStoreSlot({ actor: readActor() });

const importing = {
  inspectImport: ({ path }) => inspectImport(path),
  runImport: (input, { signal, emit }) =>
    runImport({
      ...input,
      signal,
      sink: createStagedLinks(slot.store.writer),
      onProgress: (progress) => emit('importProgress', progress),
    }),
  saveRejected: (input, { signal }) => saveRejected({ ...input, signal }),
} satisfies Partial<Served>;

const exporting = {
  runExport: ({ spec, target }, { signal, emit }: Context) =>
    runExport({
      spec,
      target,
      source: createExportRows(slot.store, spec),
      now: Date.now(),
      signal,
      onProgress: (progress) => emit('exportProgress', progress),
    }),
} satisfies Partial<Served>;

serveProcess<StoreApi, StoreEvents>(
  process.parentPort,
  { ...slot.methods, ...importing, ...exporting },
  { onStop: () => slot.close() },
);
