import { expect, it } from 'vitest';
import { editStates, noEdits, type EditCounts } from '#domain/edit-state';
import {
  countOf,
  editFilters,
  statesOf,
  toEditFilter,
} from '../../../../../../renderer/features/jobs/detail/edit-filter';

it('puts every state into exactly one filter beside all', () => {
  const covered = editFilters.filter((filter) => filter !== 'all').flatMap(statesOf);
  expect([...covered].sort()).toEqual([...editStates].sort());
});

it('counts what it shows', () => {
  const counts: EditCounts = { ...noEdits, queued: 3, sending: 2, unknown: 1, applied: 10, failed: 4 };
  expect(countOf('all', counts)).toBe(20);
  expect(countOf('open', counts)).toBe(6);
  expect(countOf('failed', counts)).toBe(4);
  expect(countOf('conflict', counts)).toBe(0);
});

it('asks main for no more than is meant', () => {
  expect(toEditFilter('all', '  ')).toEqual({});
  expect(toEditFilter('failed', ' PL-1 ')).toEqual({ states: ['failed'], search: 'PL-1' });
  expect(toEditFilter('open', '')).toEqual({ states: ['planned', 'queued', 'sending', 'unknown'] });
});
