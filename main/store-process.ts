/** Entry of the store process: the database, and what reads it whole or fills it (export, import). */
import type { ExportSelection } from '#domain/export-spec';
import { previewExport } from './export/preview-export';
import { PrintTickets } from './export/pdf/ask-to-print';
import { runExport } from './export/run-export';
import { writeAudit } from './export/write-audit';
import { writePlan } from './export/write-plan';
import { writeResult } from './export/write-result';
import { inspectImport } from './import/inspect-import';
import { previewImport } from './import/preview-import';
import { runImport } from './import/run-import';
import { saveRejected } from './import/rejected/save-rejected';
import { serveProcess } from './processes/process-server';
import type { CallContext, ServedApi } from './processes/process-api';
import { createAuditRows } from './store/audit-rows';
import { runVerification, verifyFile } from './store/audit-run';
import { createExportRows } from './store/export-rows';
import { GroupCommit } from './store/group-commit';
import { OpenStoreSlot } from './store/open-store-slot';
import { createPlanFileRows } from './store/plan-file-rows';
import { readActor } from './store/read-actor';
import { createResultRows } from './store/result-rows';
import { createStagedLinks } from './store/staged-links';
import type { StoreApi, StoreEvents } from './store/store-api';
import { WriteTurns } from './store/write-turns';

type Context = CallContext<StoreEvents>;
type Served = ServedApi<StoreApi, StoreEvents>;

const slot = new OpenStoreSlot({ actor: readActor() });
const turns = new WriteTurns();
const prints = new PrintTickets();
const { methods } = slot;
/** Many edits run side by side: their steps share the wait for the disk. */
const steps = new GroupCommit({ turns, transaction: (run) => slot.store.transaction(run) });

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
  stepEdit: (input) => steps.run(() => methods.stepEdit(input)),
  retryFailed: (input) => turns.pass(() => methods.retryFailed(input)),
  resolveConflicts: (input) => turns.pass(() => methods.resolveConflicts(input)),
  appendAudit: (input) => turns.pass(() => methods.appendAudit(input)),
  startSync: (input) => turns.pass(() => methods.startSync(input)),
  storeSyncPages: (input) => turns.pass(() => methods.storeSyncPages(input)),
  restartSyncFull: (input) => turns.pass(() => methods.restartSyncFull(input)),
  moveSync: (input) => turns.pass(() => methods.moveSync(input)),
  addCreation: (input) => turns.pass(() => methods.addCreation(input)),
  settleCreation: (input) => turns.pass(() => methods.settleCreation(input)),
  forgetSending: (input) => turns.pass(() => methods.forgetSending(input)),
} satisfies Partial<Served>;

/** What an answered query still has to find of a selection is waited for, so that it is not found at once, in everybody's way. */
async function known(selection: ExportSelection): Promise<void> {
  if (selection.mode === 'allExcept') await slot.store.openings.settled(selection.handle);
}

const querying = {
  openQuery: (input, { signal }) => slot.store.openings.open(input, signal),
  queryTotals: ({ handle }) => slot.store.openings.totals(handle),
  readRange: async (range) => {
    await slot.store.openings.known(range);
    return methods.readRange(range);
  },
  freezeSelection: async ({ selection }) => {
    await known(selection);
    return methods.freezeSelection({ selection });
  },
  holdSelection: async (input) => {
    await known(input.selection);
    return methods.holdSelection(input);
  },
  sumSelection: async ({ selection }) => {
    await known(selection);
    return methods.sumSelection({ selection });
  },
} satisfies Partial<Served>;

const planning = {
  planJob: async (input, { signal, emit }) => {
    if (input.of.kind === 'selection') await known(input.of.selection);
    return slot.store.planner.plan(input, {
      turns,
      signal,
      onProgress: (progress) => emit('planProgress', progress),
    });
  },
  rejudgePlan: ({ planId }) => slot.store.planner.rejudge(planId, turns),
  dropPlans: ({ planId }) => slot.store.planner.drop(planId, turns),
} satisfies Partial<Served>;

const importing = {
  inspectImport: (input, { signal }) => inspectImport(input, signal),
  previewImport: (input, { signal }) => previewImport({ ...input, signal }),
  runImport: (input, { signal, emit }) =>
    runImport({
      ...input,
      signal,
      sink: createStagedLinks(slot.store, turns),
      onProgress: (progress) => emit('importProgress', progress),
    }),
  saveRejected: (input, { signal }) => saveRejected({ ...input, signal }),
} satisfies Partial<Served>;

/** What every file is written with. */
const fileTask = (target: string, { signal, emit }: Context) => ({
  target,
  signal,
  onProgress: (progress: StoreEvents['exportProgress']) => emit('exportProgress', progress),
});

/** Writes a file from rows that are given back afterwards, whatever happens. */
async function fromRows<Rows extends { close(): void }, T>(
  source: Rows,
  write: (source: Rows) => Promise<T>,
): Promise<T> {
  return write(source).finally(() => source.close());
}

const exporting = {
  runExport: ({ spec, held, target, version }, context) =>
    fromRows(createExportRows(slot.store, slot.store.heldKeys(held)), (source) =>
      runExport({
        ...{ spec, source, version, now: Date.now(), print: prints.printer(context) },
        ...fileTask(target, context),
      }),
    ),
  previewExport: ({ spec, held, version }, { signal }) =>
    fromRows(createExportRows(slot.store, slot.store.heldKeys(held)), (source) =>
      previewExport({ spec, source, version, now: Date.now(), signal }),
    ),
  exportResult: ({ target, format, ...filter }, context) =>
    fromRows(createResultRows(slot.store, filter), (source) =>
      writeResult({ source, format, ...fileTask(target, context) }),
    ),
  exportPlan: ({ planId, target, format }, context) =>
    fromRows(createPlanFileRows(slot.store, planId), (source) =>
      writePlan({ source, format, ...fileTask(target, context) }),
    ),
  exportAudit: ({ target, format }, context) =>
    fromRows(createAuditRows(slot.store), (source) =>
      writeAudit({ source, format, ...fileTask(target, context) }),
    ),
} satisfies Partial<Served>;

const verifyWork = ({ signal, emit }: Context) => ({
  signal,
  onProgress: (progress: StoreEvents['auditProgress']) => emit('auditProgress', progress),
});

const verifying = {
  verifyAudit: (_input, context) => runVerification(slot.store, verifyWork(context)),
  verifyAuditFile: (input, context) => verifyFile(input, verifyWork(context)),
} satisfies Partial<Served>;

serveProcess<StoreApi, StoreEvents>(
  process.parentPort,
  {
    ...methods,
    ...writing,
    ...querying,
    ...planning,
    ...importing,
    ...exporting,
    ...verifying,
    ...prints.answers,
  },
  { onStop: () => slot.close() },
);
