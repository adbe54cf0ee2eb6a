import type { Edit } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';

import {
  parseStored,
  parseStoredJson,
  storedBase,
  storedChanges,
  storedErrorCode,
  storedPatch,
} from './stored-json';

/** An edit as its table holds it; the table is STRICT and checks the state. */
export interface StoredEdit {
  readonly id: number;
  readonly job_id: string;
  readonly link_key: number;
  readonly connection_id: string;
  readonly link_id: string;
  readonly reference: string;
  readonly state: EditState;
  readonly patch: string;
  readonly base: string;
  readonly changes: string;
  readonly tries: number;
  readonly sent_at: number | null;
  readonly updated_at: number;
  readonly error_code: string | null;
  readonly provider_code: string | null;
  readonly provider_text: string | null;
  readonly after: string | null;
}

export function toEdit(row: StoredEdit): Edit {
  return {
    id: row.id,
    jobId: row.job_id,
    linkKey: row.link_key,
    connectionId: row.connection_id,
    linkId: row.link_id,
    reference: row.reference,
    state: row.state,
    patch: parseStoredJson(storedPatch, row.patch),
    base: parseStoredJson(storedBase, row.base),
    changes: parseStoredJson(storedChanges, row.changes),
    tries: row.tries,
    ...(row.sent_at === null ? {} : { sentAt: row.sent_at }),
    updatedAt: row.updated_at,
    ...(row.error_code === null ? {} : { errorCode: parseStored(storedErrorCode, row.error_code) }),
    ...(row.provider_code === null
      ? {}
      : { provider: { code: row.provider_code, text: row.provider_text ?? '' } }),
    ...(row.after === null ? {} : { after: parseStoredJson(storedBase, row.after) }),
  };
}
