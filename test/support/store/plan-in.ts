import type { BulkPlan, BulkVerb } from '#domain/bulk-job';
import type { OpenStore } from '../../../main/store/open-store';
import type { PlanSource } from '../../../main/store/store-api';
import { WriteTurns } from '../../../main/store/write-turns';

interface PlanRequest {
  readonly planId: string;
  readonly of: PlanSource;
  readonly now?: number;
  readonly signal?: AbortSignal;
  readonly turns?: WriteTurns;
  readonly onProgress?: (done: number) => void;
}

/** Makes a plan as the store process does, by default with nobody else who writes for long. */
export function planIn({ planner }: Pick<OpenStore, 'planner'>, request: PlanRequest): Promise<BulkPlan> {
  const { planId, of, now = 1 } = request;
  return planner.plan(
    { planId, of, now },
    {
      turns: request.turns ?? new WriteTurns(),
      signal: request.signal ?? new AbortController().signal,
      onProgress: ({ done }) => request.onProgress?.(done),
    },
  );
}

/** A plan's source: these links, by their keys. */
export function someLinks(keys: readonly number[], change: BulkVerb): PlanSource {
  return { kind: 'selection', selection: { mode: 'only', keys }, change };
}
