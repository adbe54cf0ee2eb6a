import { expect, it } from 'vitest';
import { phaseOf } from '../../../../../renderer/features/jobs/job-phase';

it('tells a pause of the user from one that passes by itself and from one that needs somebody', () => {
  expect(phaseOf({ state: 'paused' })).toBe('paused');
  expect(phaseOf({ state: 'paused', pausedBy: 'provider/unreachable' })).toBe('waiting');
  expect(phaseOf({ state: 'paused', pausedBy: 'provider/rate-limited' })).toBe('waiting');
  expect(phaseOf({ state: 'paused', pausedBy: 'provider/credentials-rejected' })).toBe('stopped');
});

it('lets an old reason say nothing of a job that runs or has ended', () => {
  expect(phaseOf({ state: 'running', pausedBy: 'provider/unreachable' })).toBe('running');
  expect(phaseOf({ state: 'finished', pausedBy: 'provider/unreachable' })).toBe('finished');
  expect(phaseOf({ state: 'cancelled', pausedBy: 'provider/unreachable' })).toBe('cancelled');
});

it('takes a plan nobody started for one that stands still', () => {
  expect(phaseOf({ state: 'planned' })).toBe('paused');
});
