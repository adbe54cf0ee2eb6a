import type { BulkChange, PlanVerdict } from './bulk-job';
import { capabilitiesOf } from './capability';
import { nextExpiry } from './expiry';
import type { Instant } from './instant';
import {
  judgeBulkEdit,
  judgeEdit,
  type BlockReason,
  type EditVerdict,
  type FieldChange,
  type LinkPatch,
} from './link-patch';
import type { LinkRow } from './payment-link';
import type { ProviderId } from './provider';

export interface PlanContext {
  readonly providerOf: (connectionId: string) => ProviderId | undefined;
  readonly now: Instant;
}

/** What a bulk change would do to one row. */
export interface RowVerdict {
  readonly verdict: PlanVerdict;
  readonly reason?: BlockReason;
  /** What changes; of a row that changed since, what would have changed. */
  readonly changes: readonly FieldChange[];
}

const notAllowed = (reason: BlockReason): RowVerdict => ({ verdict: 'not-allowed', reason, changes: [] });

/** The absolute values a change means for one link; the reason when the link lacks what the change starts from. */
function patchFor(change: BulkChange, row: LinkRow): LinkPatch | BlockReason {
  switch (change.verb) {
    case 'set-expiry': {
      const expiresAt = nextExpiry(change.expiry, row.expiresAt);
      return expiresAt === undefined ? 'no-expiry' : { expiresAt };
    }
    case 'close':
      return { status: 'closed' };
    case 'reopen':
      return { status: 'open' };
    case 'set-amount':
      return { amount: change.amount };
    case 'set-order-text':
      return { orderText: change.orderText };
    // Edits from the editor and undone jobs bring their own values.
    case 'edit':
    case 'undo':
      return {};
  }
}

/** A row's verdict for a patch of absolute values. A link with an undecided edit gets no second one. */
export function judgeRowPatch(row: LinkRow, patch: LinkPatch, { providerOf, now }: PlanContext): RowVerdict {
  const provider = providerOf(row.connectionId);
  if (provider === undefined) return notAllowed('not-offered');
  // Several fields at once come from the editor only: what reopens a link may set its other fields in the same call.
  const judge = Object.keys(patch).length > 1 ? judgeEdit : judgeBulkEdit;
  const verdict = judge(row, patch, { capabilities: capabilitiesOf[provider], now });
  return toRowVerdict(verdict, row);
}

function toRowVerdict(verdict: EditVerdict, row: LinkRow): RowVerdict {
  switch (verdict.kind) {
    case 'no-change':
      return { verdict: 'no-change', changes: [] };
    case 'not-allowed':
      return notAllowed(verdict.reason);
    case 'change':
      return row.pending || row.conflict
        ? notAllowed('edit-waiting')
        : { verdict: 'change', changes: verdict.changes };
  }
}

/** Decides one row of a bulk change. No I/O, no clock. */
export function judgePlanRow(row: LinkRow, change: BulkChange, context: PlanContext): RowVerdict {
  const patch = patchFor(change, row);
  return typeof patch === 'string' ? notAllowed(patch) : judgeRowPatch(row, patch, context);
}
