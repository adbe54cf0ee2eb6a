import type { BulkJob } from '#domain/bulk-job';
import type { SyncRun } from '#domain/sync-run';
import type { AppStatus } from './app';
import type { ConnectionReach } from './connections';
import type { EventName } from './names';

/** What each event carries; every name of the list has its payload. */
export interface EventPayloads extends Record<EventName, object> {
  /** Cached links changed: an opened query may be out of date. */
  'links:changed': {
    readonly reason: 'import' | 'check' | 'sync' | 'edit' | 'connection' | 'clock' | 'restart';
  };
  /** A job's state or counts, at most ten times a second. */
  'jobs:changed': { readonly job: BulkJob };
  /** Progress of a plan, a refresh, an import, an export or a verification; `total` is 0 while it is not known. */
  'tasks:progress': { readonly taskId: string; readonly done: number; readonly total: number };
  /** A sync began, went on by a page (at most a few times a second), or came to an end. */
  'sync:changed': { readonly run: SyncRun };
  /** A provider stopped answering, or answers again. */
  'connections:reach-changed': { readonly reach: ConnectionReach };
  'app:status-changed': { readonly status: AppStatus };
}
