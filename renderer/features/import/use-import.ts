import { useReducer } from 'react';
import { useStore } from 'zustand';
import type { ChosenFile } from '#contract/import';
import type { FileShape } from '#domain/import-reading';
import { withRemembered } from '#domain/remembered-import';
import { toBridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import type { RunningTask } from '../../stores/tasks-store';
import { nextFlow, type ImportFlow } from './import-flow';
import type { ImportForm } from './form-state';
import { firstForm, toSpec } from './import-form';
import { recalledForm, rememberedOf } from './recall';

export interface ImportWork {
  readonly flow: ImportFlow;
  readonly choose: () => void;
  /** Takes files that were dropped, if it is one. */
  readonly drop: (files: readonly File[]) => void;
  readonly change: (form: ImportForm) => void;
  /** Changes the form in a way that needs the file to be read again. */
  readonly reread: (form: ImportForm) => void;
  /** Forgets that the form was filled as the last such file was read. */
  readonly startAfresh: () => void;
  /** Runs the import, or marks what is missing. */
  readonly run: () => void;
  readonly cancel: () => void;
  /** How far a running import is. */
  readonly task: RunningTask | undefined;
}

/** Only what the file's records are found by. */
function shapeOf({ reading: { headerRow, csv, sheet } }: ImportForm): FileShape {
  return {
    headerRow,
    ...(csv === undefined ? {} : { csv }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

/** The state of one import, with the calls that move it on. */
export function useImport(): ImportWork {
  const desk = useDesk();
  const { bridge, tasks, settings, connections } = desk;
  const [flow, send] = useReducer(nextFlow, { kind: 'empty' });
  const importId = flow.kind === 'running' ? flow.file.importId : undefined;
  const task = useStore(tasks, (state) => state.tasks.find(({ taskId }) => taskId === importId));
  const fail = (thrown: unknown) => send({ kind: 'call-failed', error: toBridgeError(thrown) });

  const formFor = (file: ChosenFile): ImportForm => {
    const connectionIds = (connections.getState().connections ?? []).map(({ id }) => id);
    return firstForm(file, { zone: settings.getState().settings.zone, connectionIds });
  };
  const reread = (form: ImportForm, file: ChosenFile, shape = shapeOf(form)) => {
    send({ kind: 'reread', form, shape });
    bridge
      .call('import:reread', { importId: file.importId, shape })
      .then((again) => send({ kind: 'was-reread', shape, file: again }), fail);
  };
  const take = (file: ChosenFile | null) => {
    if (file === null) {
      send({ kind: 'nothing-chosen' });
      return;
    }
    const { rememberedImports } = settings.getState().settings;
    const recalled = recalledForm(formFor(file), file, rememberedImports);
    send({ kind: 'chosen', file, form: recalled ?? formFor(file), isRecalled: recalled !== undefined });
    if (recalled !== undefined && recalled.reading.csv?.encoding !== file.reading.csv?.encoding)
      reread(recalled, file);
  };
  const ask = (file: () => Promise<ChosenFile | null>) => {
    send({ kind: 'choose' });
    file().then(take, fail);
  };
  const run = () => {
    if (flow.kind !== 'mapping') return;
    const { file, form } = flow;
    const spec = toSpec(form, file, Date.now());
    if (spec === undefined) {
      send({ kind: 'tried' });
      return;
    }
    const { importId: taskId } = file;
    send({ kind: 'run' });
    tasks
      .getState()
      .run({ kind: 'import', taskId }, () => bridge.call('import:run', { importId: taskId, spec }))
      .then((summary) => {
        send({ kind: 'ended', summary });
        const { rememberedImports } = settings.getState().settings;
        const now = withRemembered(rememberedImports, rememberedOf(form, file));
        // Where it cannot be kept, the next such file is asked about again: nothing to be told.
        settings
          .getState()
          .change({ rememberedImports: now })
          .catch(() => undefined);
      }, fail);
  };
  return {
    flow,
    task,
    run,
    choose: () => ask(() => bridge.call('import:choose', {})),
    drop: ([file, ...others]) => {
      if (file === undefined || others.length > 0) send({ kind: 'refused', why: 'several-files' });
      else ask(() => bridge.drop(file));
    },
    change: (form) => send({ kind: 'change-form', form }),
    reread: (form) => {
      if (flow.kind === 'mapping') reread(form, flow.file);
    },
    startAfresh: () => {
      if (flow.kind !== 'mapping') return;
      const { file } = flow;
      const form = formFor(file);
      send({ kind: 'start-afresh', form });
      // The encoding may be a remembered one: it is detected again.
      const { csv, ...shape } = shapeOf(form);
      if (csv !== undefined) reread(form, file, shape);
    },
    cancel: () => {
      if (importId !== undefined) tasks.getState().cancel(importId);
    },
  };
}
