import type { StoreProgress } from '../store/store-api';
import type { StoreClient } from '../store/store-client';
import type { TaskContext } from './running-tasks';

/** Forwards the store's progress to the task while some work of the store runs. */
export async function forwardProgress<T>(
  { store, event }: { readonly store: StoreClient; readonly event: keyof StoreProgress },
  { report }: TaskContext,
  work: () => Promise<T>,
): Promise<T> {
  const end = store.on(event, ({ done, total }) => {
    report(done, total);
  });
  try {
    return await work();
  } finally {
    end();
  }
}
