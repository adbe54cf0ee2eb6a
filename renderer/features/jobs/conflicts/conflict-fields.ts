import type { Edit } from '#domain/bulk-job';
import { editableFields } from '#domain/capability';
import { changedSince, type EditBase } from '#domain/link-patch';
import type { FieldName, FieldValue } from '../use-value-words';

/** One field of a conflict: what it was when the change was planned, what the provider has now, and what we wanted. */
export interface ConflictField {
  readonly field: FieldName;
  readonly was: FieldValue;
  readonly theirs: FieldValue;
  readonly mine: FieldValue;
  /** Whether the provider holds another value than when the change was planned. */
  readonly hasChanged: boolean;
  /** Whether our change is about this field. */
  readonly isOurs: boolean;
}

type ConflictEdit = Pick<Edit, 'base' | 'after' | 'patch' | 'changes'>;

/** A check of a link tells these fields and no texts. */
const isTold = (field: FieldName): field is keyof EditBase =>
  field === 'status' || field === 'expiresAt' || field === 'amount';

/** The fields to show for a conflict: those we wanted to change, and those that changed at the provider meanwhile. */
export function conflictFields(edit: ConflictEdit): readonly ConflictField[] {
  const { base, after, patch, changes } = edit;
  const changed: readonly FieldName[] = after === undefined ? [] : changedSince(base, after);
  return editableFields
    .filter((field) => Object.hasOwn(patch, field) || changed.includes(field))
    .map((field) => ({
      field,
      was: isTold(field) ? base[field] : changes.find((change) => change.field === field)?.before,
      theirs: isTold(field) ? after?.[field] : undefined,
      mine: patch[field],
      hasChanged: changed.includes(field),
      isOurs: Object.hasOwn(patch, field),
    }));
}
