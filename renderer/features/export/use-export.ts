import { useReducer } from 'react';
import { useStore } from 'zustand';
import type { ExportScope } from '#domain/export-spec';
import { toBridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import type { RunningTask } from '../../stores/tasks-store';
import { choicesOf } from './export-form';
import { nextFlow, type ExportFlow } from './export-flow';
import type { Chosen } from './presets';
import { selectionOf } from './use-scopes';

export interface ExportWork {
  readonly flow: ExportFlow;
  /** How far a running export is; `total` is 0 while the save dialog is open. */
  readonly task: RunningTask | undefined;
  readonly run: (chosen: Chosen, scope: ExportScope) => void;
  readonly cancel: () => void;
  readonly goBack: () => void;
}

/** The state of one export, with the calls that move it on. */
export function useExport(): ExportWork {
  const desk = useDesk();
  const [flow, send] = useReducer(nextFlow, { kind: 'form' });
  const runningId = flow.kind === 'running' ? flow.taskId : undefined;
  const task = useStore(desk.tasks, (state) => state.tasks.find(({ taskId }) => taskId === runningId));
  const run = ({ presetId, form }: Chosen, scope: ExportScope) => {
    const selection = selectionOf(desk, scope);
    if (selection === undefined) return;
    const choices = choicesOf(form);
    const { sort, filter } = desk.query.getState();
    const spec = { ...choices, scope, selection, filter, sort };
    // Where it cannot be kept, the next export begins with what was kept before: nothing to be told.
    desk.settings
      .getState()
      .change({ lastExport: { presetId, choices } })
      .catch(() => undefined);
    void desk.tasks.getState().run({ kind: 'export' }, async (taskId) => {
      send({ kind: 'run', taskId });
      try {
        send({ kind: 'ended', taskId, answer: await desk.bridge.call('export:run', { taskId, spec }) });
      } catch (thrown) {
        send({ kind: 'call-failed', taskId, error: toBridgeError(thrown) });
      }
    });
  };
  return {
    flow,
    task,
    run,
    cancel: () => {
      if (runningId !== undefined) desk.tasks.getState().cancel(runningId);
    },
    goBack: () => send({ kind: 'go-back' }),
  };
}
