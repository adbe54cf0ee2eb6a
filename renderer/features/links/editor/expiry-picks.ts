import type { BusinessDays } from '#domain/business-days';
import { nextExpiry, type ExpiryChange } from '#domain/expiry';
import type { Instant } from '#domain/instant';

const pickIds = ['day', 'week', 'days30', 'monthEnd', 'businessDay'] as const;
export type PickId = (typeof pickIds)[number];

/** A new expiry at a press. */
export interface ExpiryPick {
  readonly id: PickId;
  readonly at: Instant;
  /** False when the link already expires then, or the moment has passed. */
  readonly isUseful: boolean;
}

export interface PickContext {
  readonly zone: string;
  readonly businessDays: BusinessDays;
  readonly now: Instant;
}

function changeOf(id: PickId, { zone, businessDays }: PickContext): ExpiryChange {
  switch (id) {
    case 'day':
      return { kind: 'plus-days', days: 1, zone };
    case 'week':
      return { kind: 'plus-days', days: 7, zone };
    case 'days30':
      return { kind: 'plus-days', days: 30, zone };
    case 'monthEnd':
      return { kind: 'month-end', months: 0, zone };
    // The one after the day it expires on, so that the press always moves something.
    case 'businessDay':
      return { kind: 'plus-days', days: 1, zone, businessDays };
  }
}

const sameSecond = (one: Instant, other: Instant) => Math.floor(one / 1000) === Math.floor(other / 1000);

/** The quick picks beside the expiry field, from the link's present expiry; none for a link without one. */
export function expiryPicks(expiresAt: Instant | undefined, context: PickContext): readonly ExpiryPick[] {
  if (expiresAt === undefined) return [];
  return pickIds.flatMap((id) => {
    const at = nextExpiry(changeOf(id, context), expiresAt);
    return at === undefined ? [] : [{ id, at, isUseful: at > context.now && !sameSecond(at, expiresAt) }];
  });
}
