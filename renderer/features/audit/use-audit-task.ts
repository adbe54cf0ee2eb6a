import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { toBridgeError, type BridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import type { RunningTask, TaskKind } from '../../stores/tasks-store';

/** One piece of work on the log: not begun, under way, or what came of it. */
export type AuditTask<T> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly taskId: string }
  | { readonly kind: 'done'; readonly taskId: string; readonly value: T }
  | { readonly kind: 'failed'; readonly error: BridgeError };

export interface AuditWork<T> {
  readonly task: AuditTask<T>;
  readonly progress: RunningTask | undefined;
  readonly run: () => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** Runs work on the log as a task with progress and cancel. Without a result (a closed file dialog) nothing has happened. */
export function useAuditTask<T>(kind: TaskKind, work: (taskId: string) => Promise<T | null>): AuditWork<T> {
  const { tasks } = useDesk();
  const [task, setTask] = useState<AuditTask<T>>({ kind: 'idle' });
  const runningId = task.kind === 'running' ? task.taskId : undefined;
  const progress = useStore(tasks, (state) => state.tasks.find(({ taskId }) => taskId === runningId));
  const cancel = () => {
    if (runningId !== undefined) tasks.getState().cancel(runningId);
  };
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return {
    task,
    progress,
    cancel,
    dismiss: () => setTask({ kind: 'idle' }),
    run: () => {
      void tasks.getState().run({ kind }, async (taskId) => {
        setTask({ kind: 'running', taskId });
        const next = await work(taskId).then(
          (value): AuditTask<T> => (value === null ? { kind: 'idle' } : { kind: 'done', taskId, value }),
          (thrown: unknown): AuditTask<T> => ({ kind: 'failed', error: toBridgeError(thrown) }),
        );
        if (!isGone.current) setTask(next);
      });
    },
  };
}
