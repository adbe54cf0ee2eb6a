import { z } from 'zod';
import { editStates, type BulkChange, type BulkJob, type BulkPlan, type Edit } from '#domain/bulk-job';
import type { ExpiryChange } from '#domain/expiry';
import { linkSelectionSchema } from './links';
import { channel, instant, localId, nothing, rowNumber, zone, type ContractPart } from './part';

const expiryChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absolute'), at: instant }),
  z.strictObject({ kind: z.literal('plus-days'), days: z.int().min(1).max(3660), zone }),
]) satisfies z.ZodType<ExpiryChange>;

export const bulkChangeSchema = z.strictObject({
  verb: z.literal('set-expiry'),
  expiry: expiryChange,
}) satisfies z.ZodType<BulkChange>;

export interface EditPage {
  readonly total: number;
  readonly edits: readonly Edit[];
}

export const jobsContract = {
  /** Freezes the selection and says what would happen. Nothing is sent. */
  'jobs:plan': channel<BulkPlan>()(
    z.strictObject({ selection: linkSelectionSchema, change: bulkChangeSchema }),
  ),
  /** Runs a plan: its edits are stored before anything is sent. */
  'jobs:start': channel<BulkJob>()(z.strictObject({ planId: localId })),
  'jobs:move': channel<BulkJob>()(
    z.strictObject({ jobId: localId, to: z.enum(['running', 'paused', 'cancelled']) }),
  ),
  'jobs:retry-failed': channel<BulkJob>()(z.strictObject({ jobId: localId })),
  /** Running and paused jobs, as the screen needs them at its start. */
  'jobs:list': channel<readonly BulkJob[]>()(nothing),
  'jobs:edits': channel<EditPage>()(
    z
      .strictObject({
        jobId: localId,
        start: rowNumber,
        end: rowNumber,
        states: z.array(z.enum(editStates)).readonly().exactOptional(),
      })
      .refine(({ start, end }) => end >= start && end - start <= 2000),
  ),
} satisfies ContractPart;
