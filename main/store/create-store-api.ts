import { createAuditLog } from './audit-log';
import { createConnectionTable } from './connection-table';
import { createEditTable } from './edit-table';
import { createExpireOverdue } from './expire-overdue';
import { createJobTable } from './job-table';
import { createHistoryReader } from './link-history';
import { createLinkQueries, type LinkQueries } from './link-query';
import { createMoveJob } from './move-job';
import { createSettingTable } from './setting-table';
import { createStepEdit } from './step-edit';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';
import { withStoreErrors } from './store-failure';
import { createLinkWriter, type LinkWriter } from './upsert-links';

/** The methods that need nothing but the open database; opening, import and export are added by the process. */
export type StoreMethods = Omit<
  StoreApi,
  'open' | 'inspectImport' | 'runImport' | 'saveRejected' | 'runExport'
>;

export interface StoreOptions {
  /** Who the audit log says did it: the user of the operating system. */
  readonly actor: string;
}

/** Assembles the store over a database that is open and has the newest schema. */
export function createStore(db: StoreDatabase, { actor }: StoreOptions): StoreMethods {
  const queries = createLinkQueries(db);
  const writer = createLinkWriter(db);
  return withStoreErrors<StoreMethods>({
    ...connectionMethods(db, queries),
    ...linkMethods(db, { queries, writer }),
    ...jobMethods(db, { writer, actor }),
  });
}

function connectionMethods(
  db: StoreDatabase,
  queries: LinkQueries,
): Pick<
  StoreApi,
  'listConnections' | 'saveConnection' | 'removeConnection' | 'readSettings' | 'writeSetting'
> {
  const connections = createConnectionTable(db);
  const settings = createSettingTable(db);
  return {
    listConnections: () => connections.list(),
    saveConnection: ({ connection }) => connections.save(connection),
    removeConnection: ({ connectionId }) => {
      connections.remove(connectionId);
      // An opened query promises its number of rows.
      queries.closeAll();
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
  | 'readRange'
  | 'closeQuery'
  | 'freezeSelection'
  | 'sumSelection'
  | 'readLinks'
  | 'readHistory'
>;

function linkMethods(
  db: StoreDatabase,
  { queries, writer }: { readonly queries: LinkQueries; readonly writer: LinkWriter },
): LinkMethods {
  const expireOverdue = createExpireOverdue(db);
  const readHistory = createHistoryReader(db);
  return {
    upsertLinks: ({ links, source }) => writer.upsert(links, source),
    expireOverdue: ({ now }) => expireOverdue(now),
    openQuery: ({ filter, sort }) => queries.open(filter, sort),
    readRange: ({ handle, start, end }) => queries.readRange(handle, start, end),
    closeQuery: ({ handle }) => queries.close(handle),
    freezeSelection: ({ selection }) => queries.freeze(selection),
    sumSelection: ({ selection }) => {
      const { count, sums } = queries.sum(selection);
      return { count, sums };
    },
    readLinks: ({ keys }) => queries.readRows(keys),
    readHistory: ({ key }) => readHistory(key),
  };
}

type JobMethods = Pick<
  StoreApi,
  | 'createJob'
  | 'moveJob'
  | 'readJob'
  | 'listJobs'
  | 'nextEdits'
  | 'stepEdit'
  | 'readEdits'
  | 'retryFailed'
  | 'appendAudit'
  | 'verifyAudit'
>;

function jobMethods(db: StoreDatabase, { writer, actor }: { writer: LinkWriter; actor: string }): JobMethods {
  const jobs = createJobTable(db);
  const edits = createEditTable(db, jobs);
  const audit = createAuditLog(db, actor);
  const moveJob = createMoveJob(db, jobs);
  const stepEdit = createStepEdit(db, { links: writer, audit });
  return {
    createJob: (job) => jobs.create(job),
    moveJob: (move) => moveJob(move),
    readJob: ({ jobId }) => jobs.read(jobId),
    listJobs: ({ states }) => jobs.list(states),
    nextEdits: (input) => edits.next(input),
    stepEdit: (step) => stepEdit(step),
    readEdits: (input) => edits.page(input),
    retryFailed: ({ jobId, at }) => edits.retryFailed(jobId, at),
    appendAudit: (entry) => audit.append(entry),
    verifyAudit: () => audit.verify(),
  };
}
