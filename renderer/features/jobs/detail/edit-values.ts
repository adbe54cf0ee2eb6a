import type { Edit } from '#domain/bulk-job';
import type { EditableField } from '#domain/capability';
import type { EditBase, FieldValue } from '#domain/link-patch';

/** One field of an edit: what it was, what it was to become, and what the link has now as far as anyone knows. */
export interface EditValue {
  readonly field: EditableField;
  readonly before: FieldValue;
  readonly wanted: FieldValue;
  readonly now: FieldValue;
}

/** The fields a check of a link tells; texts only come back with the answer to a change. */
const told: readonly string[] = ['status', 'expiresAt', 'amount'] satisfies readonly (keyof EditBase)[];

/** What the provider said of a field after the last try, else what was applied; undefined where nobody knows. */
function nowOf({ after, state, patch }: Edit, field: EditableField): FieldValue {
  if (after !== undefined && told.includes(field)) return after[field as keyof EditBase];
  return state === 'applied' ? patch[field] : undefined;
}

/** Every field an edit is about. */
export function valuesOf(edit: Edit): readonly EditValue[] {
  return edit.changes.map(({ field, before, after }) => ({
    field,
    before,
    wanted: after,
    now: nowOf(edit, field),
  }));
}
