import { useEffect, useReducer, useRef, type Dispatch } from 'react';
import { useStore } from 'zustand';
import type { BulkPlan, BulkVerb } from '#domain/bulk-job';
import { BridgeError, toBridgeError } from '../../../bridge/bridge-error';
import { actionScope, type Desk } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';
import type { RunningTask } from '../../../stores/tasks-store';
import { firstDraft } from './bulk-draft';
import { nextFlow, openPlan, runningTask, type BulkEvent, type BulkFlow } from './bulk-flow';

export interface BulkEdit {
  readonly flow: BulkFlow;
  /** How far main is with planning or checking; undefined when it does neither. */
  readonly task: RunningTask | undefined;
  readonly send: Dispatch<BulkEvent>;
  readonly plan: (change: BulkVerb) => void;
  /** Asks the provider about the plan's rows. */
  readonly check: (plan: BulkPlan) => void;
  readonly start: (plan: BulkPlan) => void;
  /** Stops planning or checking. */
  readonly stop: () => void;
  readonly goBack: () => void;
  /** To be called before the dialog goes: what was begun and not confirmed is given up. */
  readonly leave: () => void;
}

function firstFlow({ dialogs, settings }: Desk): BulkFlow {
  const start = dialogs.getState().bulkEdit;
  if (start.kind === 'plan') return { kind: 'planned', draft: undefined, plan: start.plan };
  const { zone } = settings.getState().settings;
  return { kind: 'choosing', draft: firstDraft(start.verb, Date.now(), zone) };
}

/** The state of one bulk edit, with the calls that move it on. */
export function useBulkFlow(): BulkEdit {
  const desk = useDesk();
  const [flow, send] = useReducer(nextFlow, desk, firstFlow);
  const hasLeft = useRef(false);
  useEffect(() => followPlans(desk, send), [desk]);
  const taskId = runningTask(flow);
  const task = useStore(desk.tasks, ({ tasks }) => tasks.find((running) => running.taskId === taskId));
  const fail = (thrown: unknown) => send({ kind: 'call-failed', error: toBridgeError(thrown) });
  const stop = () => {
    if (taskId !== undefined) desk.tasks.getState().cancel(taskId);
  };
  const drop = () => {
    const planId = openPlan(flow);
    if (planId !== undefined) dropPlan(desk, planId);
  };
  return {
    flow,
    task,
    send,
    plan: (change) => {
      void desk.tasks.getState().run({ kind: 'plan' }, async (planTask) => {
        send({ kind: 'ask-plan', taskId: planTask });
        await makePlan(desk, change, planTask).then((plan) => {
          // Nobody is there any more to confirm it.
          if (hasLeft.current) dropPlan(desk, plan.planId);
          else send({ kind: 'plan-made', plan });
        }, fail);
      });
    },
    check: ({ planId }) => {
      void desk.tasks.getState().run({ kind: 'check-plan' }, async (checkTask) => {
        send({ kind: 'ask-check', taskId: checkTask });
        await desk.bridge
          .call('jobs:check-plan', { taskId: checkTask, planId })
          .then((answer) => send({ kind: 'plan-checked', answer }), fail);
      });
    },
    start: ({ planId }) => {
      send({ kind: 'confirm' });
      desk.jobs
        .getState()
        .start(planId)
        .then(({ id }) => send({ kind: 'job-started', jobId: id }), fail);
    },
    stop,
    goBack: () => {
      drop();
      send({ kind: 'go-back' });
    },
    leave: () => {
      hasLeft.current = true;
      stop();
      drop();
    },
  };
}

/** Taking back the job that is shown here opens its plan in this very dialog. */
function followPlans({ dialogs }: Desk, send: Dispatch<BulkEvent>): () => void {
  return dialogs.subscribe(({ bulkEdit }, before) => {
    if (bulkEdit !== before.bulkEdit && bulkEdit.kind === 'plan') {
      send({ kind: 'show-plan', plan: bulkEdit.plan });
    }
  });
}

/** Plans for what is selected now. The opened query is held, because the table may be read again meanwhile. */
async function makePlan(desk: Desk, change: BulkVerb, taskId: string): Promise<BulkPlan> {
  const plan = await desk.query.getState().hold(() => {
    const scope = actionScope(desk);
    if (scope === undefined || scope.count === 0) return Promise.resolve(undefined);
    return desk.bridge.call('jobs:plan', { taskId, selection: scope.selection, change });
  });
  if (plan === undefined) throw nothingToDo;
  return plan;
}

/** A plan that stays behind is harmless: main drops old ones at its next start. */
function dropPlan({ bridge }: Desk, planId: string): void {
  bridge.call('jobs:drop-plan', { planId }).catch(() => undefined);
}

const nothingToDo = new BridgeError({
  code: 'job/nothing-to-do',
  message: 'No links are selected.',
  retryable: false,
  id: '',
});
