import type { CheckedPlan } from '#contract/jobs';
import type { BulkPlan } from '#domain/bulk-job';
import type { ProviderRegistry } from '../connections/provider-registry';
import { refreshLinks } from '../links/refresh-links';
import type { PlanSource } from '../store/store-api';
import type { StoreClient } from '../store/store-client';
import type { TaskContext } from '../tasks/running-tasks';
import { forwardProgress } from '../tasks/forward-progress';
import { staleAfterMs } from './run-edit';

export interface PlansOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
  readonly newId: () => string;
  /** Checking a plan's rows stored what the provider said. */
  readonly onChecked: () => void;
}

/** Plans of bulk jobs, from the freezing of a selection to the confirmation. Nothing here changes anything at a provider. */
export class Plans {
  readonly #options: PlansOptions;

  constructor(options: PlansOptions) {
    this.#options = options;
  }

  /** Freezes what a job would be made of and says what would happen to every row. */
  make(of: PlanSource, context: TaskContext): Promise<BulkPlan> {
    const { store, now, newId } = this.#options;
    return forwardProgress({ store, event: 'planProgress' }, context, () =>
      store.call('planJob', { planId: newId(), of, now: now() }, { signal: context.signal }),
    );
  }

  /** Asks the provider about the rows whose cached values are not fresh, and sorts out those it holds otherwise. */
  async check(planId: string, context: TaskContext): Promise<CheckedPlan> {
    const { store, now, onChecked: onChanged } = this.#options;
    const keys = await store.call('stalePlanLinks', { planId, checkedBefore: now() - staleAfterMs });
    const { checked, failed, cancelled } = await refreshLinks(
      { mode: 'only', keys },
      { ...this.#options, onChanged },
      context,
    );
    return { plan: await store.call('rejudgePlan', { planId }), checked, failed, cancelled };
  }
}
