import { useReducer, type Dispatch } from 'react';
import { useStore } from 'zustand';
import type { BulkPlan } from '#domain/bulk-job';
import type { ExpiryChange } from '#domain/expiry';
import { BridgeError, toBridgeError } from '../../../bridge/bridge-error';
import { actionScope, type Desk } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';
import type { FollowedJob } from '../../../stores/jobs-store';
import { nextFlow, type BulkEvent, type BulkFlow } from './bulk-flow';
import { firstDraft } from './expiry-draft';

export interface BulkEdit {
  readonly flow: BulkFlow;
  /** The job of a flow that follows one. */
  readonly followed: FollowedJob | undefined;
  readonly send: Dispatch<BulkEvent>;
  readonly plan: (change: ExpiryChange) => void;
  readonly start: (plan: BulkPlan) => void;
}

/** A job that was asked for is followed from the start; otherwise a new edit begins. */
function firstFlow({ jobs, settings }: Desk): BulkFlow {
  const { shown } = jobs.getState();
  if (shown !== undefined) return { kind: 'following', jobId: shown };
  return { kind: 'choosing', draft: firstDraft(Date.now(), settings.getState().settings.zone) };
}

/** The state of one bulk edit, with the calls that move it on. */
export function useBulkFlow(): BulkEdit {
  const desk = useDesk();
  const [flow, send] = useReducer(nextFlow, desk, firstFlow);
  const jobId = flow.kind === 'following' ? flow.jobId : undefined;
  const followed = useStore(desk.jobs, ({ jobs }) => jobs.find(({ job }) => job.id === jobId));
  const fail = (thrown: unknown) => send({ kind: 'call-failed', error: toBridgeError(thrown) });
  return {
    flow,
    followed,
    send,
    plan: (expiry) => {
      const scope = actionScope(desk);
      send({ kind: 'ask-plan' });
      if (scope === undefined || scope.count === 0) {
        fail(nothingToDo);
        return;
      }
      desk.bridge
        .call('jobs:plan', { selection: scope.selection, change: { verb: 'set-expiry', expiry } })
        .then((plan) => send({ kind: 'plan-made', plan }), fail);
    },
    start: ({ planId }) => {
      send({ kind: 'confirm' });
      desk.jobs
        .getState()
        .start(planId)
        .then(({ id }) => send({ kind: 'job-started', jobId: id }), fail);
    },
  };
}

const nothingToDo = new BridgeError({
  code: 'job/nothing-to-do',
  message: 'No links are selected.',
  retryable: false,
  id: '',
});
