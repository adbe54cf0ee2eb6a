import type { Edit } from './bulk-job';
import { editableFields, type EditableField } from './capability';
import { changedSince, type EditBase, type FieldValue } from './link-patch';
import type { PaymentLink } from './payment-link';

/** One field of a conflict: what it was when the edit was made, what the provider has now, and what the edit asks for. */
export interface ConflictField {
  readonly field: EditableField;
  readonly was: FieldValue;
  readonly theirs: FieldValue;
  /** Absent when the edit does not touch the field. */
  readonly mine?: FieldValue;
  /** Whether the provider holds another value than when the edit was made. */
  readonly hasChanged: boolean;
}

/** What was there before the edit: its base knows what a check can show, its changes the rest. */
function wasOf(field: EditableField, { base, changes }: Pick<Edit, 'base' | 'changes'>): FieldValue {
  if (field !== 'customerName' && field !== 'orderText') return base[field];
  return changes.find((change) => change.field === field)?.before;
}

/**
 * The fields that an edit asks for or that have changed at the provider since it was made, in the order of the editor. `now` is
 * the link, or as much of it as was read; without it nobody knows the provider's values.
 */
export function conflictFields(
  edit: Pick<Edit, 'base' | 'patch' | 'changes'>,
  now: (EditBase & Pick<PaymentLink, 'customerName' | 'orderText'>) | undefined,
): readonly ConflictField[] {
  const changed: readonly EditableField[] = now === undefined ? [] : changedSince(edit.base, now);
  return editableFields
    .filter((field) => edit.patch[field] !== undefined || changed.includes(field))
    .map((field) => {
      const mine = edit.patch[field];
      const hasChanged = changed.includes(field);
      const known = { field, was: wasOf(field, edit), theirs: now?.[field], hasChanged };
      return mine === undefined ? known : { ...known, mine };
    });
}
