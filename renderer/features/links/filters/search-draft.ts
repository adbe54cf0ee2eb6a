import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FilterNames } from '#domain/filter-language/filter-names';
import type { FilterProblem } from '#domain/filter-language/filter-problem';
import { parseFilter } from '#domain/filter-language/parse-filter';
import type { LinkFilter } from '#domain/link-filter';
import { isNoFilter, isSameFilter } from '#domain/tidy-filter';
import type { QueryStore } from '../../../stores/query-store';
import { mergeTyped, withoutWords, wordsOf } from './merge-typed';

export interface SearchDraftState {
  /** What is being typed; undefined while the box shows the filter's own words. */
  readonly text: string | undefined;
  readonly caret: number;
  /** What is wrong with the text. */
  readonly problem: FilterProblem | undefined;
  /** True once the user has gone on from the text, so that a problem is no longer one of half a word. */
  readonly isSettled: boolean;
  /** The text was changed; it is applied after a pause. */
  type(text: string, caret: number): void;
  moveCaret(caret: number): void;
  /** Applies the text without waiting. */
  apply(): void;
  /**
   * The user goes on: terms become chips and words stay. Answers false where something is wrong with the text: what is right is
   * applied, and the text stays as it is.
   */
  settle(): boolean;
  /** Follows the filter when something else changes it; the returned function ends that, and what waited for the pause. */
  start(): () => void;
}

export type SearchDraft = StoreApi<SearchDraftState>;

export interface SearchDraftOptions {
  readonly query: QueryStore;
  /** What the filter language may call by name at the moment. */
  readonly names: () => FilterNames;
  /** A pause in typing this long applies the text, in milliseconds. */
  readonly pauseMs: number;
}

/** The text of the search box on its way to being a filter: the chips' filter, with what the text says. */
export function createSearchDraft({ query, names, pauseMs }: SearchDraftOptions): SearchDraft {
  let chips: LinkFilter = {};
  const pause = createPause(pauseMs);
  let isOwnChange = false;

  return createStore<SearchDraftState>((set, get) => {
    const apply = () => {
      pause.end();
      const { text } = get();
      if (text === undefined) return;
      const { filter, setFilter } = query.getState();
      const merged = mergeTyped(chips, parseFilter(text, names()).filter);
      if (isSameFilter(merged, filter)) return;
      isOwnChange = true;
      setFilter(merged);
      isOwnChange = false;
    };
    const drop = () => {
      pause.end();
      set({ text: undefined, problem: undefined, isSettled: false });
    };
    const follow = (filter: LinkFilter, before: LinkFilter) => {
      if (isOwnChange || get().text === undefined) return;
      // Text whose words still hold stays, wrong piece and all; other words, or none of anything, are another question.
      if (isNoFilter(filter) || !isSameFilter(wordsOf(filter), wordsOf(before))) drop();
      else chips = withoutWords(filter);
    };
    return {
      text: undefined,
      caret: 0,
      problem: undefined,
      isSettled: false,
      type: (text, caret) => {
        if (get().text === undefined) chips = withoutWords(query.getState().filter);
        const parsed = parseFilter(text, names());
        set({ text, caret, problem: parsed.ok ? undefined : parsed.problem, isSettled: false });
        pause.begin(apply);
      },
      moveCaret: (caret) => set({ caret }),
      apply,
      settle: () => {
        // Text that waits for nothing was applied before: chips changed since then win over it.
        if (pause.isOn()) apply();
        const { text, problem } = get();
        if (text === undefined || problem === undefined) drop();
        else set({ isSettled: true });
        return problem === undefined;
      },
      start: () => {
        const unfollow = query.subscribe((state, before) => {
          if (state.filter !== before.filter) follow(state.filter, before.filter);
        });
        return () => {
          pause.end();
          unfollow();
        };
      },
    };
  });
}

/** One pause at a time, after which the newest action is done. */
function createPause(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    isOn: () => timer !== undefined,
    begin: (act: () => void) => {
      end();
      timer = setTimeout(act, ms);
    },
    end,
  };
}

/** The problem to tell now: none of half a term, which is where the caret still is. */
export function problemToTell({ problem, caret, isSettled }: SearchDraftState): FilterProblem | undefined {
  if (problem === undefined || isSettled) return problem;
  return caret >= problem.at && caret <= problem.end ? undefined : problem;
}
