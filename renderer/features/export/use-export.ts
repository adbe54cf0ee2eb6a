import { useReducer } from 'react';
import { useStore } from 'zustand';
import type { ExportScope, ExportSelection } from '#domain/export-spec';
import { isNoFilter } from '#domain/tidy-filter';
import { toBridgeError } from '../../bridge/bridge-error';
import { actionScope, type Desk } from '../../stores/desk';
import { useDesk } from '../../stores/desk-context';
import type { RunningTask } from '../../stores/tasks-store';
import { chosenColumns, type ExportForm } from './export-form';
import { nextFlow, type ExportFlow } from './export-flow';

export interface Scopes {
  readonly selected: number;
  readonly matching: number;
  /** Every cached link. */
  readonly all: number;
  readonly isFiltered: boolean;
}

/** How many links each scope has now. */
export function useScopes(): Scopes {
  const desk = useDesk();
  const matching = useStore(desk.query, (state) => state.answer?.total ?? 0);
  const all = useStore(desk.query, (state) => state.answer?.cached ?? 0);
  const isFiltered = useStore(desk.query, (state) => !isNoFilter(state.filter));
  useStore(desk.selection, (state) => state.selection);
  const scope = actionScope(desk);
  return { selected: scope?.kind === 'selected' ? scope.count : 0, matching, all, isFiltered };
}

/** The rows of a scope, read at the press: handles change whenever the table is opened again. */
function selectionOf(desk: Desk, scope: ExportScope): ExportSelection | undefined {
  if (scope === 'all') return { mode: 'all' };
  if (scope === 'selected') return actionScope(desk)?.selection;
  const handle = desk.query.getState().answer?.handle;
  return handle === undefined ? undefined : { mode: 'allExcept', handle, keys: [] };
}

export interface ExportWork {
  readonly flow: ExportFlow;
  /** How far a running export is; `total` is 0 while the save dialog is open. */
  readonly task: RunningTask | undefined;
  readonly run: (form: ExportForm, scope: ExportScope) => void;
  readonly cancel: () => void;
  readonly goBack: () => void;
}

/** The state of one export, with the calls that move it on. */
export function useExport(): ExportWork {
  const desk = useDesk();
  const [flow, send] = useReducer(nextFlow, { kind: 'form' });
  const runningId = flow.kind === 'running' ? flow.taskId : undefined;
  const task = useStore(desk.tasks, (state) => state.tasks.find(({ taskId }) => taskId === runningId));
  const run = (form: ExportForm, scope: ExportScope) => {
    const selection = selectionOf(desk, scope);
    if (selection === undefined) return;
    const { columns, ...rest } = form;
    const { filter, sort } = desk.query.getState();
    const spec = { ...rest, columns: chosenColumns(columns), scope, selection, filter, sort };
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
