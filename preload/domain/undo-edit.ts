import type { Edit } from './bulk-job';
import { holdsPatch, type FieldChange, type LinkPatch } from './link-patch';
import type { LinkRow } from './payment-link';
import { judgeRowPatch, type PlanContext, type RowVerdict } from './plan-row';

/** Whether a cached link still holds every value an edit set, its texts too. */
function stillHolds(row: LinkRow, { customerName, orderText, ...visible }: LinkPatch): boolean {
  return (
    holdsPatch(row, visible) &&
    (customerName === undefined || row.customerName === customerName) &&
    (orderText === undefined || row.orderText === orderText)
  );
}

/** The values from before a change as a patch; undefined when one of them was never known. */
function patchBefore(changes: readonly FieldChange[]): LinkPatch | undefined {
  const entries: [string, unknown][] = [];
  for (const { field, before } of changes) {
    if (before === undefined) return undefined;
    // A link that had expired was an open one to its provider.
    const value = field === 'status' ? (before === 'closed' ? 'closed' : 'open') : before;
    entries.push([field, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * Decides how an applied edit is taken back: only while the link still holds what the edit set. What somebody changed since is
 * left alone and listed as `changed-since`.
 */
export function judgeUndo(
  edit: Pick<Edit, 'patch' | 'changes'>,
  row: LinkRow,
  context: PlanContext,
): RowVerdict {
  const patch = patchBefore(edit.changes);
  if (patch === undefined) return { verdict: 'not-allowed', reason: 'no-value-before', changes: [] };
  const verdict = judgeRowPatch(row, patch, context);
  return stillHolds(row, edit.patch) || verdict.verdict === 'not-allowed'
    ? verdict
    : { verdict: 'changed-since', changes: verdict.changes };
}
