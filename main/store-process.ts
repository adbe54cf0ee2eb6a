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
import { WriteTurns } from './store/write-turns';

type Context = CallContext<StoreEvents>;
type Served = ServedApi<StoreApi, StoreEvents>;

const slot = new OpenStoreSlot({ actor: readActor() });
const turns = new WriteTurns();
const { methods } = slot;

const writing = {
  open: (input) => turns.pass(() => methods.open(input)),
  saveConnection: (input) => turns.pass(() => methods.saveConnection(input)),
  removeConnection: (input) => turns.pass(() => methods.removeConnection(input)),
  writeSetting: (input) => turns.pass(() => methods.writeSetting(input)),
  upsertLinks: (input) => turns.pass(() => methods.upsertLinks(input)),
  // Comes before every query, which an import must not hold up: the next one finds what this one leaves.
  expireOverdue: (input) => (turns.isHeld ? 0 : methods.expireOverdue(input)),
  createJob: (input) => turns.pass(() => methods.createJob(input)),
  moveJob: (input) => turns.pass(() => methods.moveJob(input)),
  stepEdit: (input) => turns.pass(() => methods.stepEdit(input)),
  retryFailed: (input) => turns.pass(() => methods.retryFailed(input)),
  appendAudit: (input) => turns.pass(() => methods.appendAudit(input)),
} satisfies Partial<Served>;

const importing = {
  inspectImport: ({ path }) => inspectImport(path),
  runImport: (input, { signal, emit }) =>
    runImport({
      ...input,
      signal,
      sink: createStagedLinks(slot.store, turns),
      onProgress: (progress) => emit('importProgress', progress),
    }),
  saveRejected: (input, { signal }) => saveRejected({ ...input, signal }),
} satisfies Partial<Served>;

const exporting = {
  runExport: async ({ spec, target }, { signal, emit }: Context) => {
    const source = createExportRows(slot.store, spec);
    try {
      return await runExport({
        spec,
        target,
        source,
        now: Date.now(),
        signal,
        onProgress: (progress) => emit('exportProgress', progress),
      });
    } finally {
      source.close();
    }
  },
} satisfies Partial<Served>;

serveProcess<StoreApi, StoreEvents>(
  process.parentPort,
  { ...methods, ...writing, ...importing, ...exporting },
  { onStop: () => slot.close() },
);
