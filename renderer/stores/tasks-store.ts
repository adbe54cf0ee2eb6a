import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../bridge/bridge-client';
import { notePace, noPace, type Pace } from './job-pace';

export type TaskKind =
  'refresh' | 'import' | 'export' | 'plan' | 'check-plan' | 'save-plan' | 'verify' | 'add-links';

/** A task under way and how far it is; `total` is 0 while it is not known. */
export interface RunningTask {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly done: number;
  readonly total: number;
  /** Its recent course, for rate and time left; one that gets to know its total has begun another part of its work. */
  readonly pace: Pace;
}

export interface TasksState {
  readonly tasks: readonly RunningTask[];
  /**
   * Runs work as a task, listed with its progress until it ends, and gives what the work gives. The task's id is new unless
   * main has already named it (an import's id).
   */
  run<T>(
    task: { readonly kind: TaskKind; readonly taskId?: string },
    work: (taskId: string) => Promise<T>,
  ): Promise<T>;
  /** Asks main to stop; the work itself then ends by its own answer. */
  cancel(taskId: string): void;
}

export type TasksStore = StoreApi<TasksState>;

export function createTasksStore(bridge: Bridge, newId: () => string): TasksStore {
  return createStore<TasksState>((set) => ({
    tasks: [],
    run: async ({ kind, taskId = newId() }, work) => {
      set(({ tasks }) => ({ tasks: [...tasks, { taskId, kind, done: 0, total: 0, pace: noPace }] }));
      try {
        return await work(taskId);
      } finally {
        set(({ tasks }) => ({ tasks: tasks.filter((task) => task.taskId !== taskId) }));
      }
    },
    cancel: (taskId) => {
      // The task may have ended meanwhile; then there is nothing to stop.
      bridge.call('tasks:cancel', { taskId }).catch(() => undefined);
    },
  }));
}

/** Takes progress from main, for tasks that are under way only: a late report must not bring an ended task back. */
export function followProgress(bridge: Bridge, store: TasksStore, now: () => number): () => void {
  return bridge.on('tasks:progress', ({ taskId, done, total }) => {
    const sample = { at: now(), done };
    const progressed = (task: RunningTask): RunningTask => {
      const pace = notePace(task.total === total ? task.pace : noPace, sample);
      return { ...task, done, total, pace };
    };
    store.setState(({ tasks }) => ({
      tasks: tasks.map((task) => (task.taskId === taskId ? progressed(task) : task)),
    }));
  });
}
