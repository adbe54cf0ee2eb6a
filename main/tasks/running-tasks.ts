import { AppError } from '#domain/app-error';

export interface TaskProgress {
  readonly taskId: string;
  readonly done: number;
  readonly total: number;
}

/** What a running task gets: when to stop, and where to say how far it is. */
export interface TaskContext {
  readonly signal: AbortSignal;
  readonly report: (done: number, total: number) => void;
}

/** Long work the user can watch and cancel: one at a time under one name. */
export interface RunningTasks {
  run<T>(taskId: string, work: (context: TaskContext) => Promise<T>): Promise<T>;
  cancel(taskId: string): void;
  cancelAll(): void;
}

/** Ten progress events a second are enough for an eye and cheap for the bridge. */
const reportEveryMs = 100;

export function createRunningTasks(emit: (progress: TaskProgress) => void, now: () => number): RunningTasks {
  const running = new Map<string, AbortController>();
  return {
    async run(taskId, work) {
      if (running.has(taskId)) throw new AppError('job/already-running');
      const controller = new AbortController();
      running.set(taskId, controller);
      let reportedAt = -Infinity;
      const report = (done: number, total: number) => {
        const at = now();
        if (at - reportedAt < reportEveryMs && done !== total) return;
        reportedAt = at;
        emit({ taskId, done, total });
      };
      try {
        return await work({ signal: controller.signal, report });
      } finally {
        running.delete(taskId);
      }
    },
    cancel(taskId) {
      running.get(taskId)?.abort();
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
