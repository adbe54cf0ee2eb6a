/** Runs asynchronous work of which only the newest counts: a superseded answer or failure is handed to `onLate` or dropped. */
export interface Latest {
  run<T>(work: () => Promise<T>, outcome: LatestOutcome<T>): Promise<void>;
  /** Makes whatever is under way count as superseded. */
  drop(): void;
}

export interface LatestOutcome<T> {
  readonly onValue: (value: T) => void;
  readonly onError: (error: unknown) => void;
  /** Gets the value of superseded work, to release what it holds. */
  readonly onLate?: (value: T) => void;
}

export function createLatest(): Latest {
  let newest = 0;
  return {
    async run(work, { onValue, onError, onLate }) {
      newest += 1;
      const mine = newest;
      try {
        const value = await work();
        if (mine === newest) onValue(value);
        else onLate?.(value);
      } catch (error) {
        if (mine === newest) onError(error);
      }
    },
    drop() {
      newest += 1;
    },
  };
}
