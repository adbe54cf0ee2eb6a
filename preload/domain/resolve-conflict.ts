import type { ConflictChoice, Edit } from './bulk-job';
import type { Capabilities } from './capability';
import type { Instant } from './instant';
import {
  baseOf,
  judgeEdit,
  patchOf,
  type BlockReason,
  type EditBase,
  type FieldChange,
  type LinkPatch,
} from './link-patch';
import type { PaymentLink } from './payment-link';

/** What a decision makes of an edit in conflict. */
export type Resolution =
  /** It is sent after all, made anew against what the link is now. */
  | {
      readonly kind: 'send';
      readonly patch: LinkPatch;
      readonly base: EditBase;
      readonly changes: readonly FieldChange[];
    }
  /** Nothing is left to send. */
  | { readonly kind: 'drop' }
  /** What the link has become does not allow it any more; the conflict stays. */
  | { readonly kind: 'refused'; readonly reason: BlockReason };

function wanted(patch: LinkPatch, choice: ConflictChoice): LinkPatch {
  if (choice.keep === 'mine') return patch;
  if (choice.keep === 'theirs') return {};
  return Object.fromEntries(
    Object.entries(patch).filter(([field]) => (choice.mine as readonly string[]).includes(field)),
  );
}

/** Decides what a choice makes of a conflict, with the link as the cache now has it. No I/O, no clock. */
export function resolveConflict(
  edit: Pick<Edit, 'patch'>,
  choice: ConflictChoice,
  { link, ...context }: { link: PaymentLink; capabilities: Capabilities; now: Instant },
): Resolution {
  const verdict = judgeEdit(link, wanted(edit.patch, choice), context);
  switch (verdict.kind) {
    case 'no-change':
      return { kind: 'drop' };
    case 'not-allowed':
      return { kind: 'refused', reason: verdict.reason };
    case 'change': {
      const { changes } = verdict;
      const patch = patchOf(changes);
      return { kind: 'send', patch, base: baseOf(link, patch), changes };
    }
  }
}
