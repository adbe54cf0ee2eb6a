import { z } from 'zod';
import type { Instant } from '#domain/instant';
import { channel, localId, rowNumber, type ContractPart, type FileAnswer } from './part';

/** One entry of the append-only, hash-chained audit log. Never a secret. */
export interface AuditEntry {
  readonly sequence: number;
  readonly at: Instant;
  /** The operating system's name of the user. */
  readonly actor: string;
  readonly event: string;
  readonly subject: string;
  readonly detail: unknown;
  /** SHA-256 over the entry and the hash before it, hex. */
  readonly hash: string;
}

export interface AuditPage {
  readonly total: number;
  readonly entries: readonly AuditEntry[];
}

/** Whether the chain is whole; `brokenAt` is the first entry that was changed, removed or cut off. */
export interface AuditVerdict {
  readonly entries: number;
  readonly brokenAt?: number;
  /** The newest entry's hash: kept elsewhere, it proves later that nothing before it was changed. */
  readonly head: string;
}

export const auditContract = {
  /** Newest first. */
  'audit:list': channel<AuditPage>()(
    z
      .strictObject({ start: rowNumber, end: rowNumber })
      .refine(({ start, end }) => end >= start && end - start <= 2000),
  ),
  /** Recomputes the whole chain. Progress and cancel by the task's name. */
  'audit:verify': channel<AuditVerdict>()(z.strictObject({ taskId: localId })),
  /** Writes the log as CSV. Null when the user closed the dialog. */
  'audit:export': channel<FileAnswer | null>()(z.strictObject({ taskId: localId })),
} satisfies ContractPart;
