import { describe, expect, it } from 'vitest';
import { noEdits, type BulkJob, type BulkPlan } from '#domain/bulk-job';
import { BridgeError } from '../../../../../../renderer/bridge/bridge-error';
import {
  nextFlow,
  stepOf,
  type BulkEvent,
  type BulkFlow,
} from '../../../../../../renderer/features/jobs/bulk-edit/bulk-flow';

const draft = { mode: 'absolute', at: 1000, days: '7' } as const;
const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at: 1000 } } as const;
const plan: BulkPlan = {
  planId: 'p',
  change,
  total: 3,
  willChange: 2,
  sooner: 0,
  unchanged: 0,
  blocked: [{ reason: 'paid', count: 1 }],
  sums: [],
  sample: [],
};
const job: BulkJob = { id: 'p', change, state: 'running', createdAt: 0, counts: noEdits };
const failure = (code: 'store/unavailable' | 'job/not-found') =>
  new BridgeError({ code, message: code, retryable: false, id: '' });

const choosing: BulkFlow = { kind: 'choosing', draft };
const planning: BulkFlow = { kind: 'planning', draft };
const planned: BulkFlow = { kind: 'planned', draft, plan };
const starting: BulkFlow = { kind: 'starting', draft, plan };
const following: BulkFlow = { kind: 'following', jobId: 'p' };

describe('a bulk edit', () => {
  it('goes from the choice over the plan to its job', () => {
    const events: readonly BulkEvent[] = [
      { kind: 'ask-plan' },
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

  it('starts nothing without a plan that was shown', () => {
    expect(nextFlow(choosing, { kind: 'confirm' })).toBe(choosing);
    expect(nextFlow(planning, { kind: 'confirm' })).toBe(planning);
  });

  it('starts nothing when nothing would change', () => {
    const empty: BulkFlow = { kind: 'planned', draft, plan: { ...plan, willChange: 0 } };
    expect(nextFlow(empty, { kind: 'confirm' })).toBe(empty);
  });

  it('is not started twice', () => {
    expect(nextFlow(starting, { kind: 'confirm' })).toBe(starting);
  });

  it('keeps what was chosen when one goes back from the plan', () => {
    expect(nextFlow(planned, { kind: 'go-back' })).toEqual(choosing);
  });

  it('ignores a plan that nobody waits for', () => {
    expect(nextFlow(choosing, { kind: 'plan-made', plan })).toBe(choosing);
    expect(nextFlow(following, { kind: 'plan-made', plan })).toBe(following);
  });

  it('shows a failed plan at the choice, and the next choice takes the error away', () => {
    const error = failure('store/unavailable');
    const failed = nextFlow(planning, { kind: 'call-failed', error });
    expect(failed).toEqual({ kind: 'choosing', draft, error });
    expect(nextFlow(failed, { kind: 'change-draft', draft })).toEqual(choosing);
  });

  it('keeps the plan when it could not be started, unless main no longer has it', () => {
    const error = failure('store/unavailable');
    const gone = failure('job/not-found');
    expect(nextFlow(starting, { kind: 'call-failed', error })).toEqual({
      kind: 'planned',
      draft,
      plan,
      error,
    });
    expect(nextFlow(starting, { kind: 'call-failed', error: gone })).toEqual({
      kind: 'choosing',
      draft,
      error: gone,
    });
  });
});

describe('the step that is shown', () => {
  it.each([
    [choosing, undefined, 'choose'],
    [planning, undefined, 'choose'],
    [planned, undefined, 'plan'],
    [starting, undefined, 'plan'],
    [following, undefined, 'progress'],
    [following, job, 'progress'],
    [following, { ...job, state: 'paused' }, 'progress'],
    [following, { ...job, state: 'finished' }, 'result'],
    [following, { ...job, state: 'cancelled' }, 'result'],
  ] as const)('of %o', (flow, followed, step) => {
    expect(stepOf(flow, followed)).toBe(step);
  });
});
