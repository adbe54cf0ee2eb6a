import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#domain/app-error';
import type { BulkPlan } from '#domain/bulk-job';
import { BridgeError } from '../../../../../../renderer/bridge/bridge-error';
import { firstDraft } from '../../../../../../renderer/features/jobs/bulk-edit/bulk-draft';
import {
  nextFlow,
  openPlan,
  runningTask,
  stepOf,
  stepsOf,
  type BulkEvent,
  type BulkFlow,
} from '../../../../../../renderer/features/jobs/bulk-edit/bulk-flow';

const draft = firstDraft('close', 0, 'Asia/Kuwait');
const plan: BulkPlan = {
  planId: 'p',
  change: { verb: 'close' },
  createdAt: 0,
  total: 4,
  willChange: 3,
  sooner: 0,
  unchanged: 0,
  changedSince: 0,
  blocked: [{ reason: 'paid', count: 1 }],
  sums: [],
  sample: [],
};
const checkedPlan: BulkPlan = { ...plan, willChange: 1, changedSince: 2 };
const answer = { plan: checkedPlan, checked: 3, failed: 0, cancelled: false };
const failure = (code: ErrorCode) => new BridgeError({ code, message: code, retryable: false, id: '' });

const choosing: BulkFlow = { kind: 'choosing', draft };
const planning: BulkFlow = { kind: 'planning', draft, taskId: 't' };
const planned: BulkFlow = { kind: 'planned', draft, plan };
const checking: BulkFlow = { kind: 'checking', draft, plan, taskId: 't' };
const starting: BulkFlow = { kind: 'starting', draft, plan };
const following: BulkFlow = { kind: 'following', jobId: 'p', isUndo: false };
const everywhere = [choosing, planning, planned, checking, starting, following];

describe('a bulk edit', () => {
  it('goes from the choice over the plan to its job', () => {
    const events: readonly BulkEvent[] = [
      { kind: 'ask-plan', taskId: 't' },
      { kind: 'plan-made', plan },
      { kind: 'confirm' },
      { kind: 'job-started', jobId: 'p' },
    ];
    const kinds: string[] = [];
    events.reduce<BulkFlow>((flow, event) => {
      const next = nextFlow(flow, event);
      kinds.push(next.kind);
      return next;
    }, choosing);
    expect(kinds).toEqual(['planning', 'planned', 'starting', 'following']);
  });

  it('keeps both of two changes of its form that were made at once', () => {
    const amount = nextFlow(choosing, { kind: 'change-draft', part: { verb: 'set-amount' } });
    const both = nextFlow(amount, { kind: 'change-draft', part: { amount: '12.500' } });
    const all = nextFlow(both, { kind: 'change-draft', part: { expiry: { count: '14' } } });
    expect(all).toEqual({
      kind: 'choosing',
      draft: { ...draft, verb: 'set-amount', amount: '12.500', expiry: { ...draft.expiry, count: '14' } },
    });
  });

  it('starts nothing but a plan that is shown and whole', () => {
    for (const flow of everywhere.filter(({ kind }) => kind !== 'planned')) {
      expect(nextFlow(flow, { kind: 'confirm' })).toBe(flow);
    }
  });

  it('starts nothing when nothing would change', () => {
    const empty: BulkFlow = { kind: 'planned', draft, plan: { ...plan, willChange: 0 } };
    expect(nextFlow(empty, { kind: 'confirm' })).toBe(empty);
  });

  it('keeps what was chosen when one goes back from the plan', () => {
    expect(nextFlow(planned, { kind: 'go-back' })).toEqual(choosing);
  });

  it('ignores a plan that nobody waits for', () => {
    for (const flow of everywhere.filter(({ kind }) => kind !== 'planning')) {
      expect(nextFlow(flow, { kind: 'plan-made', plan })).toBe(flow);
    }
  });

  it('shows a failed plan at the choice, and the next choice takes the error away', () => {
    const error = failure('store/unavailable');
    const failed = nextFlow(planning, { kind: 'call-failed', error });
    expect(failed).toEqual({ kind: 'choosing', draft, error });
    expect(nextFlow(failed, { kind: 'change-draft', part: {} })).toEqual(choosing);
  });

  it('is back at the choice without a word when the user stopped the planning', () => {
    expect(nextFlow(planning, { kind: 'call-failed', error: failure('app/cancelled') })).toEqual(choosing);
  });

  it('keeps the plan when it could not be started, unless main no longer has it', () => {
    const error = failure('store/unavailable');
    const gone = failure('plan/not-found');
    expect(nextFlow(starting, { kind: 'call-failed', error })).toEqual({ ...planned, error });
    expect(nextFlow(starting, { kind: 'call-failed', error: gone })).toEqual({
      kind: 'choosing',
      draft,
      error: gone,
    });
  });
});

describe('checking a plan at the provider', () => {
  it('shows the plan as it is then, and how many rows turned out to be other', () => {
    const asked = nextFlow(planned, { kind: 'ask-check', taskId: 't' });
    expect(asked).toEqual(checking);
    expect(nextFlow(asked, { kind: 'plan-checked', answer })).toEqual({
      kind: 'planned',
      draft,
      plan: checkedPlan,
      check: { checked: 3, failed: 0, cancelled: false, changed: 2 },
    });
  });

  it('counts only what the last check found', () => {
    const before: BulkFlow = { ...checking, plan: { ...plan, changedSince: 2 } };
    const after = nextFlow(before, { kind: 'plan-checked', answer });
    expect(after).toMatchObject({ check: { changed: 0 } });
  });

  it('keeps the plan as it was when the check failed', () => {
    const error = failure('store/unavailable');
    expect(nextFlow(checking, { kind: 'call-failed', error })).toEqual({ ...planned, error });
  });

  it('keeps what the check found while the job is being started', () => {
    const checked = nextFlow(checking, { kind: 'plan-checked', answer });
    expect(nextFlow(checked, { kind: 'confirm' })).toMatchObject({ kind: 'starting', check: { changed: 2 } });
  });

  it('ignores an answer to a check that was left', () => {
    expect(nextFlow(choosing, { kind: 'plan-checked', answer })).toBe(choosing);
  });
});

describe('saving a plan', () => {
  const saved = { taskId: 's', fileName: 'plan.csv' };

  it('is told beside the plan, also after it was checked later', () => {
    const told = nextFlow(planned, { kind: 'plan-saved', saved });
    expect(told).toEqual({ ...planned, saved });
    expect(nextFlow(told, { kind: 'ask-check', taskId: 't' })).toEqual({ ...checking, saved });
  });

  it('is not told of a plan that was left meanwhile', () => {
    expect(nextFlow(choosing, { kind: 'plan-saved', saved })).toBe(choosing);
  });
});

describe('a plan that was made elsewhere', () => {
  const undo: BulkFlow = { kind: 'planned', draft: undefined, plan };

  it('takes the place of the job it takes back', () => {
    expect(nextFlow(following, { kind: 'show-plan', plan })).toEqual(undo);
  });

  it('never takes the place of a plan that is being looked at', () => {
    for (const flow of everywhere.filter(({ kind }) => kind !== 'following')) {
      expect(nextFlow(flow, { kind: 'show-plan', plan })).toBe(flow);
    }
  });

  it('has no choice to go back to, nor as a step, from beginning to end', () => {
    expect(nextFlow(undo, { kind: 'go-back' })).toBe(undo);
    const started = nextFlow(nextFlow(undo, { kind: 'confirm' }), { kind: 'job-started', jobId: 'p' });
    expect([undo, started].map(stepsOf)).toEqual([
      ['plan', 'job'],
      ['plan', 'job'],
    ]);
    expect(everywhere.map(stepsOf)).toEqual(everywhere.map(() => ['choose', 'plan', 'job']));
  });

  it('stays with its error when main no longer has it', () => {
    const error = failure('plan/not-found');
    const begun = nextFlow(undo, { kind: 'confirm' });
    expect(nextFlow(begun, { kind: 'call-failed', error })).toEqual({ ...undo, error });
  });
});

describe('what main keeps for a bulk edit', () => {
  it('is a plan to drop until it is being started', () => {
    expect(everywhere.map(openPlan)).toEqual([undefined, undefined, 'p', 'p', undefined, undefined]);
  });

  it('is a task to stop while it plans or checks', () => {
    expect(everywhere.map(runningTask)).toEqual([undefined, 't', undefined, 't', undefined, undefined]);
  });
});

it('knows the step that is shown', () => {
  expect(everywhere.map(stepOf)).toEqual(['choose', 'choose', 'plan', 'plan', 'plan', 'job']);
});
