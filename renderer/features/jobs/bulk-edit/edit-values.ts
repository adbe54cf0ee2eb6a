import type { Edit } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';

/** The expiry an edit was made against. */
export function beforeOf({ base }: Edit): Instant | undefined {
  return base.expiresAt;
}

/**
 * The expiry the link has now as far as anyone knows: what the provider said after the last try, else what was applied.
 * Undefined for an edit that changed nothing.
 */
export function afterOf({ after, state, patch }: Edit): Instant | undefined {
  return after?.expiresAt ?? (state === 'applied' ? patch.expiresAt : undefined);
}
