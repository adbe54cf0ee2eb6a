import type { BulkChange, BulkPlan } from '#domain/bulk-job';

/** What a plan's primary button says will happen; the words are the feature's. */
export type PlanEffect =
  'extend' | 'setExpiry' | 'close' | 'reopen' | 'setAmount' | 'setOrderText' | 'takeBack';

/** Moved dates only ever become later; a named date may be either, so it is only set. */
function effectOf(change: BulkChange): PlanEffect {
  switch (change.verb) {
    case 'set-expiry':
      return change.expiry.kind === 'absolute' ? 'setExpiry' : 'extend';
    case 'close':
      return 'close';
    case 'reopen':
      return 'reopen';
    case 'set-amount':
      return 'setAmount';
    case 'set-order-text':
      return 'setOrderText';
    case 'edit':
    case 'undo':
      return 'takeBack';
  }
}

/** The effect a plan's button names, and whether it takes something from the customers: a day to pay, or paying at all. */
export function planEffect(plan: BulkPlan): { readonly effect: PlanEffect; readonly isHarsh: boolean } {
  const closes = plan.sample.some(({ changes }) =>
    changes.some(({ field, after }) => field === 'status' && after === 'closed'),
  );
  return { effect: effectOf(plan.change), isHarsh: plan.sooner > 0 || closes };
}
