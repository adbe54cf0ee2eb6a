import type { BulkChange, BulkJob, Edit, EditState, JobState } from '#domain/bulk-job';
import type { ErrorCode } from '#domain/app-error';
import type { ExportSpec } from '#domain/export-spec';
import type { ImportMap, ImportSpec, ImportSummary } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import type { CurrencySum, LinkSelection, LinkSort, ResolvedFilter } from '#domain/link-filter';
import type { EditBase, FieldChange, LinkPatch } from '#domain/link-patch';
import type { LinkRow, LinkStatus, PaymentLink } from '#domain/payment-link';
import type { Connection } from '#domain/provider';

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

/** An opened query: its rows are frozen in number and order until it is closed. */
export interface OpenedQuery {
  readonly handle: number;
  readonly total: number;
  /** How many links the cache holds in all. */
  readonly cached: number;
  readonly sums: readonly CurrencySum[];
  /** The query's rows by status, every status present. */
  readonly byStatus: Readonly<Record<LinkStatus, number>>;
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

/** One entry of the append-only, hash-chained audit log. Never a secret. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: Instant;
  readonly actor: string;
  readonly event: string;
  readonly subject: string;
  readonly detail: unknown;
  readonly hash: string;
}

export interface InspectedFile {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly guessed: ImportMap;
  readonly modifiedAt: Instant;
  readonly sizeBytes: number;
}

/**
 * The store process's functions, as called from main. Every method takes one plain object and answers plain data; failures are
 * AppErrors. Long ones (import, export) take a cancel signal and emit progress.
 */
export interface StoreApi {
  /** Opens (creating or migrating) the encrypted file; a file the key does not open is set aside. Key: 64 hex digits. */
  open(input: { file: string; keyHex: string }): OpenedStore;

  listConnections(input: object): readonly Connection[];
  /** Adds or replaces; `connection/name-taken` when another connection has the name. */
  saveConnection(input: { connection: Connection }): void;
  /**
   * Removes a connection with its links, history and settled edits; the audit log stays. Closes every opened query.
   * `job/already-running` while an edit of it is under way.
   */
  removeConnection(input: { connectionId: string }): void;

  readSettings(input: object): Readonly<Record<string, unknown>>;
  writeSetting(input: { name: string; value: unknown }): void;

  /** Stores links; absent fields keep the cached value; an older answer (checkedAt) never overwrites a newer one. */
  upsertLinks(input: { links: readonly PaymentLink[]; source: 'import' | 'check' | 'edit' }): UpsertCounts;
  /** Marks open links whose expiry has passed as expired, with history; answers how many (none while an import is stored). */
  expireOverdue(input: { now: Instant }): number;
  openQuery(input: { filter: ResolvedFilter; sort: readonly LinkSort[] }): OpenedQuery;
  /** Rows of an opened query in its order; `store/result-closed` when the handle is unknown. */
  readRange(input: { handle: number; start: number; end: number }): readonly LinkRow[];
  closeQuery(input: { handle: number }): void;
  /** The keys a selection stands for, in the query's order. */
  freezeSelection(input: { selection: LinkSelection }): readonly number[];
  /** Count and sums of a selection. */
  sumSelection(input: { selection: LinkSelection }): { count: number; sums: readonly CurrencySum[] };
  /** Rows by key in the order asked; missing ones are left out. */
  readLinks(input: { keys: readonly number[] }): readonly LinkRow[];
  readHistory(input: { key: number }): readonly LinkHistoryEntry[];

  /** Stores a planned job with its edits, all or nothing. */
  createJob(input: { id: string; change: BulkChange; at: Instant; edits: readonly NewEdit[] }): BulkJob;
  /**
   * Moves the job's state; starting (`planned -> running`) queues every planned edit, cancelling skips every queued one. A move
   * the job cannot make now is refused: `app/unexpected` with reason `job-move-refused`.
   */
  moveJob(input: { jobId: string; to: JobState; at: Instant; pausedBy?: ErrorCode }): BulkJob;
  readJob(input: { jobId: string }): BulkJob;
  listJobs(input: { states?: readonly JobState[] }): readonly BulkJob[];
  /** The next edits in a state, oldest first. */
  nextEdits(input: { jobId: string; state: EditState; limit: number; afterId?: number }): readonly Edit[];
  /**
   * One step of one edit with its audit entry and the link's new state; refused when the edit is not in `from`: `app/unexpected`
   * with reason `edit-moved`.
   */
  stepEdit(input: EditStep): Edit;
  /** A page of a job's edits for the result list, optionally only some states. */
  readEdits(input: { jobId: string; start: number; end: number; states?: readonly EditState[] }): {
    total: number;
    edits: readonly Edit[];
  };
  /** Puts the job's failed edits back to queued; answers how many (none of a cancelled job). */
  retryFailed(input: { jobId: string; at: Instant }): number;

  appendAudit(input: { at: Instant; event: string; subject: string; detail: unknown }): AuditEntry;
  /** Recomputes the chain; answers the first broken sequence, if any. */
  verifyAudit(input: object): { entries: number; brokenAt?: number };

  /** Reads header, sample and guesses of a CSV file. */
  inspectImport(input: { path: string }): InspectedFile;
  /**
   * Validates the whole file, then stores its good rows in one transaction; queries go on meanwhile, writes wait. Emits
   * `importProgress`: rows read with 0 as total, then rows stored out of all.
   */
  runImport(input: { path: string; spec: ImportSpec; now: Instant }): ImportSummary;
  /** Writes the rejected rows of a file, with a reason column, beside nothing: to the path main was given by its dialog. */
  saveRejected(input: { path: string; spec: ImportSpec; now: Instant; target: string }): { rows: number };
  /** Writes a file atomically, with the rows as they are when it begins. Emits `exportProgress`. */
  runExport(input: { spec: ExportSpec; target: string }): ExportReceipt;
}

export interface ExportReceipt {
  readonly rows: number;
  readonly bytes: number;
  readonly sums: readonly CurrencySum[];
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

/** Progress of long work in the store, at most ten times a second. `total` is 0 while it is not yet known. */
export interface StoreEvents {
  readonly importProgress: { readonly done: number; readonly total: number };
  readonly exportProgress: { readonly done: number; readonly total: number };
}
