import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSearchDraft,
  problemToTell,
} from '../../../../../../renderer/features/links/filters/search-draft';
import { createQueryStore } from '../../../../../../renderer/stores/query-store';
import { createFakeBridge } from '../../../../../support/renderer/fake-bridge';
import { sampleAnswer, sampleTotals } from '../../../../../support/renderer/sample-links';

const pauseMs = 140;

/** A search box over a real query store. */
function openBox() {
  const bridge = createFakeBridge({
    'links:open': () => sampleAnswer(1),
    'links:totals': () => sampleTotals(),
  });
  const query = createQueryStore(bridge);
  const draft = createSearchDraft({ query, names: () => ({ connections: [] }), pauseMs });
  const stop = draft.getState().start();
  return {
    query,
    stop,
    state: () => draft.getState(),
    filter: () => query.getState().filter,
    type: (text: string) => draft.getState().type(text, text.length),
    openings: () => bridge.inputsOf('links:open').length,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the text of the search box', () => {
  it('is applied after a pause, once', () => {
    const { type, filter, openings } = openBox();
    type('no');
    vi.advanceTimersByTime(pauseMs - 1);
    type('noor status:open');
    vi.advanceTimersByTime(pauseMs - 1);
    expect(filter()).toEqual({});
    vi.advanceTimersByTime(1);
    expect(filter()).toEqual({ words: ['noor'], statuses: ['open'] });
    expect(openings()).toBe(1);
  });

  it('takes a term back when it is typed on: the chips from before hold again', () => {
    const { query, type, filter } = openBox();
    query.getState().setFilter({ statuses: ['paid'], words: ['old'] });
    type('status:open');
    vi.advanceTimersByTime(pauseMs);
    expect(filter()).toEqual({ statuses: ['open'] });
    type('al');
    vi.advanceTimersByTime(pauseMs);
    expect(filter()).toEqual({ statuses: ['paid'], words: ['al'] });
  });

  it('gives way to the filter’s own words once it is settled, without waiting for the pause', () => {
    const { type, state, filter } = openBox();
    type('al status:open');
    expect(state().settle()).toBe(true);
    expect(filter()).toEqual({ words: ['al'], statuses: ['open'] });
    expect(state().text).toBeUndefined();
  });

  it('stays whole while a piece of it is wrong, and what is right is applied', () => {
    const { type, state, filter } = openBox();
    type('al status:opne amount:>5');
    expect(state().settle()).toBe(false);
    expect(filter()).toEqual({ words: ['al'], amount: { above: '5' } });
    expect(state().text).toBe('al status:opne amount:>5');
    expect(state().problem).toMatchObject({ code: 'unknown-value', at: 10, end: 14 });
  });

  it('tells of a wrong piece only when the caret has left it', () => {
    const { type, state } = openBox();
    type('status:opn');
    expect(problemToTell(state())).toBeUndefined();
    type('status:opn al');
    expect(problemToTell(state())).toMatchObject({ at: 7, end: 10 });
    state().moveCaret(9);
    expect(problemToTell(state())).toBeUndefined();
    state().settle();
    expect(problemToTell(state())).toBeDefined();
  });

  it('keeps wrong text while chips change, and does not undo their change when it is left', () => {
    const { query, type, state, filter } = openBox();
    type('status:open x:1');
    state().settle();
    query.getState().setFilter({ ...filter(), statuses: ['paid'] });
    state().settle();
    expect(state().text).toBe('status:open x:1');
    expect(filter()).toEqual({ statuses: ['paid'] });
  });

  it('goes on from chips that changed while its text was wrong', () => {
    const { query, type, state, filter } = openBox();
    type('x:1');
    state().settle();
    query.getState().setFilter({ currencies: ['KWD'] });
    type('al');
    vi.advanceTimersByTime(pauseMs);
    expect(filter()).toEqual({ currencies: ['KWD'], words: ['al'] });
  });

  it('is dropped when all filters are cleared, or other words come from elsewhere', () => {
    const { query, type, state } = openBox();
    for (const filter of [{}, { words: ['view'] }]) {
      type('al status:opne');
      state().settle();
      query.getState().setFilter(filter);
      expect(state().text).toBeUndefined();
    }
  });

  it('opens nothing for text that means the same', () => {
    const { type, state, openings } = openBox();
    type('status:open');
    state().apply();
    type('status:open ');
    state().settle();
    expect(openings()).toBe(1);
  });

  it('applies nothing after the page has gone', () => {
    const { type, stop, filter } = openBox();
    type('al');
    stop();
    vi.advanceTimersByTime(pauseMs);
    expect(filter()).toEqual({});
  });
});
