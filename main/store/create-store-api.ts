import type { Instant } from '#domain/instant';

import { createAuditLog, type AuditLog } from './audit-log';
import { createAuditReader } from './audit-reader';
import { verifySlices } from './audit-verify';
import type { ColumnTable } from './columns/column-table';
import { createConnectionTable } from './connection-table';
import { createEditPages } from './edit-pages';
import { createEditTable } from './edit-table';
import { createCreationMethods } from './creation-table';
import { createExpireOverdue } from './expire-overdue';
import { createJobTable, type JobTable } from './job-table';
import { createHistoryReader } from './link-history';
import type { LinkQueries } from './link-query';
import { createTwinReader } from './link-twins';
import { createMoveJob } from './move-job';
import { createPlanTable } from './plan-table';
import { createRemoveConnection } from './remove-connection';
import { createResolveConflicts } from './resolve-conflicts';
import { createRetryFailed } from './retry-failed';
import { createSettingTable } from './setting-table';
import { createStepEdit } from './step-edit';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';
import { withStoreErrors } from './store-failure';
import { createSyncMethods } from './sync-methods';
import { createLinkWriter, type LinkWriter } from './upsert-links';

/** The methods that need nothing but the open database; opening and long work are added by the process. */
export type StoreMethods = Omit<
  StoreApi,
  | 'open'
  | 'inspectImport'
  | 'previewImport'
  | 'runImport'
  | 'saveRejected'
  | 'runExport'
  | 'previewExport'
  | 'printed'
  | 'printFailed'
  | 'planJob'
  | 'rejudgePlan'
  | 'dropPlans'
  | 'exportResult'
  | 'exportPlan'
  | 'exportAudit'
  | 'verifyAuditFile'
>;

export interface StoreOptions {
  /** Who the audit log says did it: the user of the operating system. */
  readonly actor: string;
  /** Dates audit entries of what nobody dated. */
  readonly now?: () => Instant;
  readonly columns: ColumnTable;
  readonly queries: LinkQueries;
}

/** What several groups of methods share. */
interface StoreParts {
  readonly queries: LinkQueries;
  readonly links: LinkWriter;
  readonly jobs: JobTable;
  readonly audit: AuditLog;
  /** Told of every link that is written. */
  readonly columns: ColumnTable;
  readonly now: () => Instant;
}

/** Assembles the store over a database that is open and has the newest schema. */
export function createStore(
  db: StoreDatabase,
  { actor, now = Date.now, columns, queries }: StoreOptions,
): StoreMethods {
  const parts: StoreParts = {
    queries,
    columns,
    links: createLinkWriter(db, { now, onWritten: (key) => columns.touch([key]) }),
    jobs: createJobTable(db),
    audit: createAuditLog(db, actor),
    now,
  };
  return withStoreErrors<StoreMethods>({
    ...connectionMethods(db, parts),
    ...linkMethods(db, parts),
    ...planMethods(db),
    ...jobMethods(db, parts),
    ...editMethods(db, parts),
    ...auditMethods(db, parts),
    ...createSyncMethods(db, parts),
    ...createCreationMethods(db, { ...parts, readRows: (keys) => queries.readRows(keys) }),
  });
}

function connectionMethods(
  db: StoreDatabase,
  { queries, columns, audit, now }: StoreParts,
): Pick<
  StoreApi,
  'listConnections' | 'saveConnection' | 'removeConnection' | 'readSettings' | 'writeSetting'
> {
  const connections = createConnectionTable(db);
  const settings = createSettingTable(db);
  const remove = createRemoveConnection(db, { audit, now });
  return {
    listConnections: () => connections.list(),
    saveConnection: ({ connection }) => connections.save(connection),
    removeConnection: ({ connectionId }) => {
      remove(connectionId);
      // An opened query promises its number of rows.
      queries.closeAll();
      columns.reload();
    },
    readSettings: () => settings.readAll(),
    writeSetting: ({ name, value }) => settings.write(name, value),
  };
}

type LinkMethods = Pick<
  StoreApi,
  | 'upsertLinks'
  | 'expireOverdue'
  | 'openQuery'
  | 'queryTotals'
  | 'readRange'
  | 'closeQuery'
  | 'findKeys'
  | 'freezeSelection'
  | 'holdSelection'
  | 'dropSelection'
  | 'sumSelection'
  | 'readLinks'
  | 'readHistory'
  | 'readTwins'
>;

function linkMethods(db: StoreDatabase, { queries, links: writer, columns }: StoreParts): LinkMethods {
  const expireOverdue = createExpireOverdue(db);
  const readHistory = createHistoryReader(db);
  const readTwins = createTwinReader(db);
  return {
    upsertLinks: ({ links, source }) => writer.upsert(links, source),
    expireOverdue: ({ now }) => {
      const keys = expireOverdue(now);
      columns.touch(keys);
      return keys.length;
    },
    openQuery: (query) => queries.open(query),
    queryTotals: ({ handle }) => queries.totals(handle),
    readRange: ({ handle, start, end }) => queries.readRange(handle, start, end),
    closeQuery: ({ handle }) => queries.close(handle),
    findKeys: (query) => [...queries.find(query).keys],
    freezeSelection: ({ selection }) => queries.freeze(selection),
    holdSelection: ({ selection, sort }) => queries.hold(selection, sort),
    dropSelection: ({ handle }) => queries.drop(handle),
    sumSelection: ({ selection }) => queries.sum(selection),
    readLinks: ({ keys }) => queries.readRows(keys),
    readHistory: ({ key }) => readHistory(key),
    readTwins: ({ key }) => queries.readRows(readTwins(key)),
  };
}

type PlanMethods = Pick<StoreApi, 'readPlan' | 'readPlanRows' | 'stalePlanLinks'>;

function planMethods(db: StoreDatabase): PlanMethods {
  const plans = createPlanTable(db);
  return {
    readPlan: ({ planId }) => plans.read(planId),
    readPlanRows: (input) => plans.page(input),
    stalePlanLinks: ({ planId, checkedBefore }) => plans.stale(planId, checkedBefore),
  };
}

type JobMethods = Pick<
  StoreApi,
  | 'createJob'
  | 'moveJob'
  | 'readJob'
  | 'listJobs'
  | 'readJobs'
  | 'countEdits'
  | 'retryFailed'
  | 'resolveConflicts'
>;

function jobMethods(db: StoreDatabase, { jobs, audit }: StoreParts): JobMethods {
  const moveJob = createMoveJob(db, { jobs, audit });
  const retryFailed = createRetryFailed(db, { jobs, audit, moveJob });
  const resolveConflicts = createResolveConflicts(db, { jobs, audit, moveJob });
  return {
    createJob: (job) => jobs.create(job),
    moveJob: (move) => moveJob(move),
    readJob: ({ jobId }) => jobs.read(jobId),
    listJobs: ({ states }) => jobs.list(states),
    readJobs: (input) => jobs.page(input),
    countEdits: () => jobs.countEdits(),
    retryFailed: (input) => retryFailed(input),
    resolveConflicts: (input) => resolveConflicts(input),
  };
}

type EditMethods = Pick<
  StoreApi,
  'nextEdits' | 'connectionsOfJob' | 'stepEdit' | 'readEdits' | 'openEditsOf'
>;

function editMethods(db: StoreDatabase, { jobs, links, audit, queries }: StoreParts): EditMethods {
  const edits = createEditTable(db, jobs);
  const readEdits = createEditPages(db, jobs);
  const readRow = (key: number) => queries.readRows([key])[0];
  const stepEdit = createStepEdit(db, { links, audit, readRow });
  return {
    nextEdits: (input) => edits.next(input),
    connectionsOfJob: ({ jobId, states }) => edits.connectionsOf(jobId, states),
    stepEdit: (step) => stepEdit(step),
    readEdits: (input) => readEdits(input),
    openEditsOf: ({ linkKey }) => edits.openOf(linkKey),
  };
}

type AuditMethods = Pick<StoreApi, 'appendAudit' | 'readAudit' | 'verifyAudit'>;

function auditMethods(db: StoreDatabase, { audit }: StoreParts): AuditMethods {
  const reader = createAuditReader(db);
  return {
    appendAudit: (entry) => audit.append(entry),
    readAudit: (input) => reader.page(input),
    verifyAudit: () => {
      const slices = verifySlices(db);
      let step = slices.next();
      while (step.done !== true) step = slices.next();
      return step.value;
    },
  };
}
