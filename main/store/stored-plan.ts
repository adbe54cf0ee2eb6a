import { z } from 'zod';

import { blockReasons } from '#domain/link-patch';

import type { PlanSummary } from './plan-tally';

export const storedReason = z.enum(blockReasons);

const count = z.int();

/** What a plan counted and summed up, as `job.summary` holds it. */
export const storedSummary = z.object({
  total: count,
  willChange: count,
  sooner: count,
  unchanged: count,
  changedSince: count,
  blocked: z.array(z.object({ reason: storedReason, count })),
  sums: z.array(z.object({ currency: z.string(), count, totalMinor: z.string() })),
  oldestCheckedAt: z.int().exactOptional(),
}) satisfies z.ZodType<PlanSummary>;
