import type { RefreshAnswer, RefreshPolicy } from '#contract/links';
import type { LinkSort, ResolvedFilter } from '#domain/link-filter';
import type { TaskContext } from '../tasks/running-tasks';
import { refreshDue, type RefreshOptions } from './refresh-links';

export interface PolicyOptions extends RefreshOptions {
  readonly now: () => number;
}

/** What was cancelled goes on where it was when it is started again. */
const oldestFirst: readonly LinkSort[] = [{ by: 'checkedAt', direction: 'ascending' }];

function filterOf(policy: RefreshPolicy, now: number): ResolvedFilter {
  switch (policy.kind) {
    case 'all-open':
      return { statuses: ['open'] };
    case 'older-than':
      return { checked: { until: now - policy.hours * 3_600_000 } };
  }
}

/**
 * Refreshes all links a policy names, those first that were confirmed longest ago. A link that somebody else has confirmed since
 * this began is not asked again.
 */
export async function refreshByPolicy(
  { policy, connectionId }: { readonly policy: RefreshPolicy; readonly connectionId?: string },
  options: PolicyOptions,
  context: TaskContext,
): Promise<RefreshAnswer> {
  const { store, now } = options;
  const begunAt = now();
  await store.call('expireOverdue', { now: begunAt });
  const of = connectionId === undefined ? {} : { connectionIds: [connectionId] };
  const filter = { ...filterOf(policy, begunAt), ...of };
  const keys = await store.call('findKeys', { filter, sort: oldestFirst });
  return refreshDue({ keys, isDue: ({ checkedAt }) => checkedAt < begunAt }, options, context);
}
