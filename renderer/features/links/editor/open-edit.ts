import type { ConflictChoice, Edit } from '#domain/bulk-job';
import { editableFields, type EditableField } from '#domain/capability';
import type { BlockReason } from '#domain/link-patch';
import type { PaymentLink } from '#domain/payment-link';
import { resolveConflict } from '#domain/resolve-conflict';
import type { LinkDetail } from '#contract/links';
import type { JudgeContext } from './edit-form';

/** The edit of a link whose end is still open, if any; while there is one the link gets no second. */
export function openEditOf({ openEdits }: Pick<LinkDetail, 'openEdits'>): Edit | undefined {
  return openEdits[0];
}

/** The fields about which there is something to decide. */
export function patchedFields({ patch }: Edit): readonly EditableField[] {
  return editableFields.filter((field) => patch[field] !== undefined);
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
