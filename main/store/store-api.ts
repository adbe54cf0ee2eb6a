import type { AuditEntry, AuditPage, AuditVerdict } from '#contract/audit';
import type { ExportPreview } from '#contract/export';
import type { ImportPreview, InspectedFile } from '#contract/import';
import type { EditPage, JobPage, PlanPage, ResolveAnswer } from '#contract/jobs';
import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { Settings } from '#contract/settings';
import type { ErrorAnswer, ErrorCode } from '#domain/app-error';
import type {
  BulkChange,
  BulkJob,
  BulkPlan,
  BulkVerb,
  ConflictChoice,
  Edit,
  PlanVerdict,
} from '#domain/bulk-job';
import type { EditCounts, EditState } from '#domain/edit-state';
import type { ExportLayout, ExportSelection } from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import type { ImportSpec, ImportSummary } from '#domain/import-map';
import type { FileShape } from '#domain/import-reading';
import type { Instant } from '#domain/instant';
import type { JobState } from '#domain/job-state';
import type { CurrencySum, LinkSelection, LinkSort, ResolvedFilter } from '#domain/link-filter';
import type { EditBase, FieldChange, LinkPatch } from '#domain/link-patch';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { Connection } from '#domain/provider';

import type { CreationStoreApi } from './creation-api';
import type { SyncStoreApi } from './sync-api';

/** What opening the store found. */
export interface OpenedStore {
  readonly schemaVersion: number;
  /** The name of a file that could not be opened with the key and was set aside, never deleted. */
  readonly setAside?: string;
}

export interface UpsertCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Incoming rows whose answer is older than the cached one: not stored. */
  readonly older: number;
}

/** A row of a link's history: what it was from a moment on. */
export interface LinkHistoryEntry {
  readonly at: Instant;
  readonly source: 'import' | 'check' | 'edit' | 'clock';
  readonly changes: readonly FieldDifference[];
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What a plan is made of: a change for every link of a selection, or the way back from a job. */
export type PlanSource =
  | { readonly kind: 'selection'; readonly selection: LinkSelection; readonly change: BulkVerb }
  | { readonly kind: 'undo'; readonly jobId: string };

/** Which edits are meant; every part that is present must hold. Without a job: those of all started jobs. */
export interface EditFilter {
  readonly jobId?: string;
  readonly states?: readonly EditState[];
  /** Any part of reference, link id or what the provider said; case does not matter. */
  readonly search?: string;
}

export interface NewEdit {
  readonly linkKey: number;
  readonly patch: LinkPatch;
  readonly base: EditBase;
  readonly changes: readonly FieldChange[];
}

/** A step of one edit, stored with its audit entry in one transaction. */
export interface EditStep {
  readonly editId: number;
  readonly from: EditState;
  readonly to: EditState;
  readonly at: Instant;
  /** Counts a try: set when the step is about to send. */
  readonly sends?: true;
  readonly errorCode?: ErrorCode;
  readonly provider?: { readonly code: string; readonly text: string };
  readonly after?: EditBase;
  /** The link as its provider now tells it (with what this edit is known to have set); stored in the same transaction. */
  readonly link?: PaymentLink;
}

/**
 * The store process's functions, as called from main. Every method takes one plain object and answers plain data; failures are
 * AppErrors. Long ones (import, export) take a cancel signal and emit progress.
 */
export interface StoreApi extends SyncStoreApi, CreationStoreApi {
  /** Opens (creating or migrating) the encrypted file; a file the key does not open is set aside. Key: 64 hex digits. */
  open(input: { file: string; keyHex: string }): OpenedStore;

  listConnections(input: object): readonly Connection[];
  /** Adds or replaces; `connection/name-taken` when another connection has the name. */
  saveConnection(input: { connection: Connection }): void;
  /**
   * Removes a connection with its links, history, settled edits and plans; the audit log stays. Closes every opened query.
   * `job/already-running` while an edit of it is under way; of a cancelled job it is no reason to stay, and the audit log keeps
   * how many outcomes were never learned.
   */
  removeConnection(input: { connectionId: string }): void;

  readSettings(input: object): Readonly<Record<string, unknown>>;
  writeSetting(input: { name: string; value: unknown }): void;

  /** Stores links; absent fields keep the cached value; an older answer (checkedAt) never overwrites a newer one. */
  upsertLinks(input: { links: readonly PaymentLink[]; source: 'import' | 'check' | 'edit' }): UpsertCounts;
  /** Marks open links whose expiry has passed as expired, with history; answers how many (none while an import is stored). */
  expireOverdue(input: { now: Instant }): number;
  /**
   * Opens a query: its rows are frozen in number and order until it is closed. Takes a cancel. Where finding all of them takes
   * long, it answers with the first page and goes on; a newer opening ends that.
   */
  openQuery(input: {
    filter: ResolvedFilter;
    sort: readonly LinkSort[];
    anchors?: readonly number[];
  }): LinkQueryAnswer;
  /** Waits until all rows are found; `store/result-closed` when the handle is unknown or its search was given up. Takes a cancel. */
  queryTotals(input: { handle: number }): LinkTotals;
  /** Rows of an opened query in its order; `store/result-closed` when the handle is unknown. */
  readRange(input: { handle: number; start: number; end: number }): readonly LinkRow[];
  closeQuery(input: { handle: number }): void;
  /** The keys of all rows of a query, without opening it. */
  findKeys(input: { filter: ResolvedFilter; sort: readonly LinkSort[] }): readonly number[];
  /** The keys a selection stands for, in the query's order. */
  freezeSelection(input: { selection: LinkSelection }): readonly number[];
  /** Count and sums of a selection. */
  sumSelection(input: { selection: LinkSelection }): { count: number; sums: readonly CurrencySum[] };
  /** Rows by key in the order asked; missing ones are left out. */
  readLinks(input: { keys: readonly number[] }): readonly LinkRow[];
  readHistory(input: { key: number }): readonly LinkHistoryEntry[];
  /** Other open links with a link's reference and amount, the oldest first; a few at most. */
  readTwins(input: { key: number }): readonly LinkRow[];

  /** Stores a planned job with its edits, all or nothing. */
  createJob(input: { id: string; change: BulkChange; at: Instant; edits: readonly NewEdit[] }): BulkJob;

  /**
   * Freezes a selection (or the applied edits of a job to be undone), decides every row and stores the outcome as a planned job:
   * its edits are the rows that will change, the others are kept beside them. All but the newest few plans are dropped.
   * Emits `planProgress`; cancelled, nothing is kept. `job/nothing-to-do` for an empty selection or a job that applied nothing.
   */
  planJob(input: { planId: string; of: PlanSource; now: Instant }): BulkPlan;
  /** @throws AppError `plan/not-found`, as the next three do. A started plan can still be read, but not judged anew. */
  readPlan(input: { planId: string }): BulkPlan;
  /** Rows of a plan in the order of the selection; of a started one too. */
  readPlanRows(input: { planId: string; verdict?: PlanVerdict; start: number; end: number }): PlanPage;
  /** Compares the rows that will change with the cache once more; those that differ by now become `changed-since`. */
  rejudgePlan(input: { planId: string }): BulkPlan;
  /** The links of a plan that will change and that were confirmed before a moment, as keys. */
  stalePlanLinks(input: { planId: string; checkedBefore: Instant }): readonly number[];
  /** Drops one plan, or (without an id) every plan that was not started. An unknown one is no failure. */
  dropPlans(input: { planId?: string }): void;

  /**
   * Moves the job's state, with an audit entry; starting (`planned -> running`) queues every planned edit, cancelling skips
   * every queued one. A planned edit whose link has another open edit by now is skipped (`link/changed-since`). A move the job
   * cannot make now is refused: `app/unexpected` with reason `job-move-refused`. Starting with nothing to send:
   * `job/nothing-to-do`. `byItself`: nobody asked for it just now, so only a job that waits for its provider is moved.
   */
  moveJob(input: {
    jobId: string;
    to: JobState;
    at: Instant;
    pausedBy?: ErrorCode;
    byItself?: true;
  }): BulkJob;
  readJob(input: { jobId: string }): BulkJob;
  listJobs(input: { states?: readonly JobState[] }): readonly BulkJob[];
  /** Jobs that were started, newest first; those of a single edit only with `withSingle`. */
  readJobs(input: { withSingle: boolean; start: number; end: number }): JobPage;
  /** The next edits in a state, oldest first; of one connection if given. */
  nextEdits(input: {
    jobId: string;
    state: EditState;
    limit: number;
    afterId?: number;
    connectionId?: string;
  }): readonly Edit[];
  /** The connections of a job's edits in the given states. */
  connectionsOfJob(input: { jobId: string; states: readonly EditState[] }): readonly string[];
  /**
   * One step of one edit with its audit entry and the link's new state; refused when the edit is not in `from`: `app/unexpected`
   * with reason `edit-moved`; or when it is about to send and the link is no longer what it was made against: `link-moved`.
   */
  stepEdit(input: EditStep): Edit;
  /** A page of the edits of one job, or of all started ones, oldest first. */
  readEdits(input: EditFilter & { start: number; end: number }): EditPage;
  /** A link's edits in `openStates`, newest first. */
  openEditsOf(input: { linkKey: number }): readonly Edit[];
  /** Edits of all started jobs by state. */
  countEdits(input: object): EditCounts;
  /**
   * Puts the job's failed edits back to queued, with an audit entry; answers how many: none of a cancelled job, and no edit whose
   * link has another open one by now. A finished job is running again with them.
   */
  retryFailed(input: { jobId: string; at: Instant }): number;
  /**
   * Decides conflicts, each against what the cache now holds, with an audit entry each: ours go back to `queued` made anew,
   * the others are `skipped`. Conflicts of a cancelled job can only be given up; edits in no conflict are passed over. Answers the
   * jobs that have edits to send, where a finished one is running again and a paused one stays paused, and those that lost a
   * conflict without having anything to send.
   */
  resolveConflicts(input: {
    of:
      | { readonly kind: 'edits'; readonly editIds: readonly number[] }
      | { readonly kind: 'job'; readonly jobId: string };
    choice: ConflictChoice;
    now: Instant;
  }): ResolveAnswer & { readonly jobIds: readonly string[]; readonly droppedIn: readonly string[] };

  appendAudit(input: { at: Instant; event: string; subject: string; detail: unknown }): AuditEntry;
  /** Newest first. */
  readAudit(input: { start: number; end: number }): AuditPage;
  /** Recomputes the chain, slice by slice so that queries go on. Emits `auditProgress`; takes a cancel. */
  verifyAudit(input: object): AuditVerdict;
  /** Verifies the log of a file without opening the store: read only, nothing is made or set aside. Key: 64 hex digits. */
  verifyAuditFile(input: { file: string; keyHex: string }): AuditVerdict;

  /** Writes a job's edits as CSV, atomically. Emits `exportProgress`, as the next two do. */
  exportResult(input: EditFilter & { jobId: string; target: string; format: TableFormat }): FileReceipt;
  /** Writes a plan as CSV, row by row. */
  exportPlan(input: { planId: string; target: string; format: TableFormat }): FileReceipt;
  /** Writes the audit log as CSV, oldest first. */
  exportAudit(input: { target: string; format: TableFormat }): FileReceipt;

  /** Finds out how a file is written: what is asked for is taken as it is, the rest detected. */
  inspectImport(input: { path: string; asked: Partial<FileShape> }): InspectedFile;
  /** What the first rows of a file would be stored as. */
  previewImport(input: { path: string; spec: ImportSpec; now: Instant }): ImportPreview;
  /**
   * Validates the whole file, then stores its good rows in one transaction; queries go on meanwhile, writes wait. Emits
   * `importProgress`: rows read with 0 as total, then rows stored out of all.
   */
  runImport(input: { path: string; spec: ImportSpec; now: Instant }): ImportSummary;
  /** Writes the rejected rows of a file, with a reason column, beside nothing: to the path main was given by its dialog. */
  saveRejected(input: {
    path: string;
    spec: ImportSpec;
    now: Instant;
    target: string;
    language: Settings['language'];
  }): { rows: number };
  /**
   * Freezes the rows of an export and holds them under a handle, in their order: an opened query's own, else the one asked for.
   * The keys of a million links stay here. The few held last are kept.
   */
  holdSelection(input: { selection: ExportSelection; sort: readonly LinkSort[] }): HeldSelection;
  dropSelection(input: { handle: number }): void;
  /**
   * Writes the held rows into a file, atomically, as they are when it begins; `store/result-closed` when they are no longer held.
   * Emits `exportProgress`.
   */
  runExport(input: { spec: ExportLayout; held: number; target: string; version: string }): ExportReceipt;
  /** Shows how a file of the held rows begins: to be asked for a few rows only, because all of them are written. */
  previewExport(input: { spec: ExportLayout; held: number; version: string }): ExportPreview;

  /** Answers a `printWanted`; ignored when it was dropped. */
  printed(input: { ticket: number; pdf: Uint8Array }): void;
  printFailed(input: { ticket: number; error: ErrorAnswer }): void;
}

export interface FileReceipt {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

export interface ExportReceipt extends FileReceipt {
  readonly summary: ExportSummary;
  readonly summaryFileName?: string;
}

/** Rows that are held for an export. */
export interface HeldSelection {
  readonly handle: number;
  readonly total: number;
}

/** In which words and which zone a table file is written. */
export interface TableFormat {
  readonly language: Settings['language'];
  readonly zone: string;
}

/** Progress of long work in the store, at most ten times a second. `total` is 0 while it is not yet known. */
export interface StoreProgress {
  readonly importProgress: { readonly done: number; readonly total: number };
  readonly exportProgress: { readonly done: number; readonly total: number };
  readonly planProgress: { readonly done: number; readonly total: number };
  readonly auditProgress: { readonly done: number; readonly total: number };
}

/** What the store process says on its own. */
export interface StoreEvents extends StoreProgress {
  /** A document that this process needs as PDF and cannot print itself: answered by `printed` or `printFailed`. */
  readonly printWanted: { readonly ticket: number; readonly html: string; readonly tagged: boolean };
  /** Nobody waits for this print any more. */
  readonly printDropped: { readonly ticket: number };
}
