import { useReducer } from 'react';
import { useStore } from 'zustand';
import type { ChosenFile } from '#contract/import';
import { toBridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import type { RunningTask } from '../../stores/tasks-store';
import { nextFlow, type ImportFlow } from './import-flow';
import { firstForm, toSpec, type ImportForm } from './import-form';

export interface ImportWork {
  readonly flow: ImportFlow;
  readonly choose: () => void;
  readonly change: (part: Partial<ImportForm>) => void;
  /** Runs the import, or marks what is missing. */
  readonly run: () => void;
  readonly cancel: () => void;
  /** How far a running import is. */
  readonly task: RunningTask | undefined;
}

/** The state of one import, with the calls that move it on. */
export function useImport(): ImportWork {
  const { bridge, tasks, settings, connections } = useDesk();
  const [flow, send] = useReducer(nextFlow, { kind: 'empty' });
  const importId = flow.kind === 'running' ? flow.file.importId : undefined;
  const task = useStore(tasks, (state) => state.tasks.find(({ taskId }) => taskId === importId));
  const fail = (thrown: unknown) => send({ kind: 'call-failed', error: toBridgeError(thrown) });
  const take = (file: ChosenFile | null) => {
    if (file === null) {
      send({ kind: 'nothing-chosen' });
      return;
    }
    const connectionIds = (connections.getState().connections ?? []).map(({ id }) => id);
    const { zone } = settings.getState().settings;
    send({ kind: 'chosen', file, form: firstForm(file, { zone, connectionIds }) });
  };
  return {
    flow,
    task,
    choose: () => {
      send({ kind: 'choose' });
      bridge.call('import:choose', {}).then(take, fail);
    },
    change: (part) => {
      if (flow.kind === 'mapping') send({ kind: 'change-form', form: { ...flow.form, ...part } });
    },
    run: () => {
      if (flow.kind !== 'mapping') return;
      const spec = toSpec(flow.form, Date.now());
      if (spec === undefined) {
        send({ kind: 'tried' });
        return;
      }
      const { importId: taskId } = flow.file;
      send({ kind: 'run' });
      tasks
        .getState()
        .run({ kind: 'import', taskId }, () => bridge.call('import:run', { importId: taskId, spec }))
        .then((summary) => send({ kind: 'ended', summary }), fail);
    },
    cancel: () => {
      if (importId !== undefined) tasks.getState().cancel(importId);
    },
  };
}
