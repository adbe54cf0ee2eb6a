import { z } from 'zod';
import type { BulkJob, BulkPlan, BulkVerb, ConflictChoice, Edit, PlanRow } from '#domain/bulk-job';
import { planVerdicts } from '#domain/bulk-job';
import { editableFields } from '#domain/capability';
import { editStates, type EditCounts } from '#domain/edit-state';
import type { ExpiryChange } from '#domain/expiry';
import { currencyCode, linkSelectionSchema } from './links';
import {
  businessDaysSchema,
  channel,
  instant,
  localId,
  nothing,
  rowNumber,
  shortText,
  zone,
  type ContractPart,
  type FileAnswer,
} from './part';

const moved = { zone, businessDays: businessDaysSchema.exactOptional() };

export const expiryChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absolute'), at: instant }),
  z.strictObject({ kind: z.literal('plus-days'), days: z.int().min(1).max(3660), ...moved }),
  z.strictObject({ kind: z.literal('month-end'), months: z.int().min(0).max(120), ...moved }),
  z.strictObject({ kind: z.literal('business-day'), zone, businessDays: businessDaysSchema }),
]) satisfies z.ZodType<ExpiryChange>;

/** What the renderer may ask of many links. Edits of one link and undoing come by channels of their own. */
export const bulkVerbSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('set-expiry'), expiry: expiryChangeSchema }),
  z.strictObject({ verb: z.literal('close') }),
  z.strictObject({ verb: z.literal('reopen') }),
  z.strictObject({
    verb: z.literal('set-amount'),
    amount: z.strictObject({ amountMinor: z.int().min(0), currency: currencyCode }),
  }),
  z.strictObject({ verb: z.literal('set-order-text'), orderText: shortText }),
]) satisfies z.ZodType<BulkVerb>;

const conflictChoiceSchema = z.discriminatedUnion('keep', [
  z.strictObject({ keep: z.literal('mine') }),
  z.strictObject({ keep: z.literal('theirs') }),
  z.strictObject({ keep: z.literal('fields'), mine: z.array(z.enum(editableFields)).max(8).readonly() }),
]) satisfies z.ZodType<ConflictChoice>;

const range = { start: rowNumber, end: rowNumber };
const isShort = ({ start, end }: { start: number; end: number }) => end >= start && end - start <= 2000;

/** Which edits a list or a file shows; every part that is present must hold. */
const editFilter = {
  states: z.array(z.enum(editStates)).readonly().exactOptional(),
  /** Any part of reference, link id or what the provider said. */
  search: shortText.exactOptional(),
};

export interface EditPage {
  readonly total: number;
  readonly edits: readonly Edit[];
}

export interface PlanPage {
  readonly total: number;
  readonly rows: readonly PlanRow[];
}

export interface JobPage {
  readonly total: number;
  readonly jobs: readonly BulkJob[];
}

/** A plan whose rows were asked for at their provider, as far as that went. */
export interface CheckedPlan {
  readonly plan: BulkPlan;
  readonly checked: number;
  readonly failed: number;
  readonly cancelled: boolean;
}

/** What became of conflicts that were decided. */
export interface ResolveAnswer {
  /** To be sent now. */
  readonly queued: number;
  /** Given up: the provider's values stay. */
  readonly dropped: number;
  /** What the link has become does not allow ours; these conflicts stay. */
  readonly refused: number;
}

export const jobsContract = {
  /** Freezes the selection and says what would happen. Nothing is sent. Progress and cancel by the task's name. */
  'jobs:plan': channel<BulkPlan>()(
    z.strictObject({ taskId: localId, selection: linkSelectionSchema, change: bulkVerbSchema }),
  ),
  /** Plans to take back what a job did to links that still hold its values. */
  'jobs:plan-undo': channel<BulkPlan>()(z.strictObject({ taskId: localId, jobId: localId })),
  'jobs:plan-rows': channel<PlanPage>()(
    z
      .strictObject({ planId: localId, verdict: z.enum(planVerdicts).exactOptional(), ...range })
      .refine(isShort),
  ),
  /** Asks the provider about the rows that will change; those it holds otherwise become `changed-since`. */
  'jobs:check-plan': channel<CheckedPlan>()(z.strictObject({ taskId: localId, planId: localId })),
  /** Writes the plan row by row as CSV, for a second person. Null when the user closed the dialog. */
  'jobs:save-plan': channel<FileAnswer | null>()(z.strictObject({ taskId: localId, planId: localId })),
  'jobs:drop-plan': channel<undefined>()(z.strictObject({ planId: localId })),
  /** Runs a plan; the job has the plan's id. */
  'jobs:start': channel<BulkJob>()(z.strictObject({ planId: localId })),
  'jobs:move': channel<BulkJob>()(
    z.strictObject({ jobId: localId, to: z.enum(['running', 'paused', 'cancelled']) }),
  ),
  'jobs:retry-failed': channel<BulkJob>()(z.strictObject({ jobId: localId })),
  /** Running and paused jobs, as the screen needs them at its start. */
  'jobs:list': channel<readonly BulkJob[]>()(nothing),
  'jobs:read': channel<BulkJob>()(z.strictObject({ jobId: localId })),
  /** Every job that was started, newest first; edits of a single link only if asked for. */
  'jobs:history': channel<JobPage>()(z.strictObject({ withSingle: z.boolean(), ...range }).refine(isShort)),
  /** Edits of a job, or of all started jobs. */
  'jobs:edits': channel<EditPage>()(
    z.strictObject({ jobId: localId.exactOptional(), ...editFilter, ...range }).refine(isShort),
  ),
  /** Edits of all started jobs by state: what waits, and what needs a decision. */
  'jobs:counts': channel<EditCounts>()(nothing),
  'jobs:resolve': channel<ResolveAnswer>()(
    z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('edits'), editIds: z.array(rowNumber).min(1).max(2000).readonly() }),
        z.strictObject({ kind: z.literal('job'), jobId: localId }),
      ]),
      choice: conflictChoiceSchema,
    }),
  ),
  /** Gives up one edit that waits to be sent. `link/changed-since` when it is no longer waiting. */
  'jobs:drop-edit': channel<undefined>()(z.strictObject({ editId: rowNumber })),
  /** Writes a job's edits as CSV. Null when the user closed the dialog. */
  'jobs:export-result': channel<FileAnswer | null>()(
    z.strictObject({ taskId: localId, jobId: localId, ...editFilter }),
  ),
} satisfies ContractPart;
