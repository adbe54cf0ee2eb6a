/** How long a process that dies at start is left alone. */
export interface RestartPolicy {
  /** Failed starts in a row that are simply tried again. */
  readonly freeTries: number;
  readonly firstRestMs: number;
  readonly longestRestMs: number;
}

export const usualRestarts: RestartPolicy = { freeTries: 1, firstRestMs: 500, longestRestMs: 30_000 };

/** The rest in milliseconds after so many failed starts in a row: nothing at first, then doubling up to the longest. */
export function restAfter(failedStarts: number, policy: RestartPolicy): number {
  const counted = failedStarts - policy.freeTries;
  return counted <= 0 ? 0 : Math.min(policy.firstRestMs * 2 ** (counted - 1), policy.longestRestMs);
}
