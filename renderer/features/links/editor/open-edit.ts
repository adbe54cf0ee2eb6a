import type { EditableField } from '#domain/capability';
import type { ConflictChoice, Edit } from '#domain/bulk-job';
import { changedSince, type BlockReason, type LinkPatch } from '#domain/link-patch';
import type { PaymentLink } from '#domain/payment-link';
import { resolveConflict } from '#domain/resolve-conflict';
import type { LinkDetail } from '#contract/links';
import type { JudgeContext } from './edit-form';
import type { FieldValue } from './field-words';

/** The edit of a link whose end is still open, if any; while there is one the link gets no second. */
export function openEditOf({ openEdits }: Pick<LinkDetail, 'openEdits'>): Edit | undefined {
  return openEdits[0];
}

/** One field of a conflict: what it was when the edit was made, what the provider has now, and what the edit asks for. */
export interface ConflictField {
  readonly field: EditableField;
  readonly was: FieldValue;
  readonly theirs: FieldValue;
  /** Absent when the edit does not touch the field. */
  readonly mine?: FieldValue;
}

const fieldOrder = [
  'status',
  'expiresAt',
  'amount',
  'customerName',
  'orderText',
] as const satisfies readonly EditableField[];

/** What was there before the edit: its base knows what a check can show, its changes the rest. */
function wasOf(field: EditableField, { base, changes }: Edit): FieldValue {
  if (field === 'status' || field === 'expiresAt' || field === 'amount') return base[field];
  return changes.find((change) => change.field === field)?.before;
}

/** Every field that the edit asks for or that has changed at the provider since it was made. */
export function conflictFields(edit: Edit, link: PaymentLink): readonly ConflictField[] {
  const changed: readonly EditableField[] = changedSince(edit.base, link);
  return fieldOrder
    .filter((field) => edit.patch[field] !== undefined || changed.includes(field))
    .map((field) => {
      const mine = edit.patch[field];
      const three = { field, was: wasOf(field, edit), theirs: link[field] };
      return mine === undefined ? three : { ...three, mine };
    });
}

/** The fields about which there is something to decide. */
export function patchedFields({ patch }: Edit): readonly (keyof LinkPatch)[] {
  return fieldOrder.filter((field) => patch[field] !== undefined);
}

/** Why a decision cannot be carried out as the link is now, so that it is told before it is made. */
export function refusalOf(
  edit: Edit,
  choice: ConflictChoice,
  about: JudgeContext & { readonly link: PaymentLink },
): BlockReason | undefined {
  const resolution = resolveConflict(edit, choice, about);
  return resolution.kind === 'refused' ? resolution.reason : undefined;
}

/** True when the link already holds what the edit asks for: nothing would be sent. */
export function isAlreadySo(edit: Edit, about: JudgeContext & { readonly link: PaymentLink }): boolean {
  return resolveConflict(edit, { keep: 'mine' }, about).kind === 'drop';
}
