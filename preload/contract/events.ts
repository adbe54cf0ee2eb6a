import type { BulkJob } from '#domain/bulk-job';
import type { AppStatus } from './app';
import type { EventName } from './names';

/** What each event carries; every name of the list has its payload. */
export interface EventPayloads extends Record<EventName, object> {
  /** Cached links changed: an opened query may be out of date. */
  'links:changed': { readonly reason: 'import' | 'check' | 'edit' | 'connection' | 'clock' | 'restart' };
  /** A job's state or counts, at most ten times a second. */
  'jobs:changed': { readonly job: BulkJob };
  /** Progress of a refresh, an import or an export; `total` is 0 while it is not known. */
  'tasks:progress': { readonly taskId: string; readonly done: number; readonly total: number };
  'app:status-changed': { readonly status: AppStatus };
}
