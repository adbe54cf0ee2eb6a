import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fields } from '#domain/filter-language/fields';
import type { FilterNames } from '#domain/filter-language/filter-names';
import type { FilterProblem } from '#domain/filter-language/filter-problem';
import { printFilter } from '#domain/filter-language/print-filter';
import type { Desk } from '../../../stores/desk';
import { useDesk } from '../../../stores/desk-context';
import { SearchCombobox, type SearchError } from '../../../ui/search-combobox';
import { wordsOf } from './merge-typed';
import { createSearchDraft, problemToTell, type SearchDraft, type SearchDraftState } from './search-draft';
import { typingPauseMs } from './typing-pause';
import { useFilterWords } from './use-filter-words';
import { useSuggestions } from './use-suggestions';

/**
 * Searches while typing, in the filter language. Enter makes chips of what was typed and goes on to the rows found; Esc empties
 * the box.
 */
export function SearchBox(): ReactNode {
  const { t } = useTranslation('links');
  const { query, commands } = useDesk();
  const inputRef = useRef<HTMLInputElement>(null);
  const names = useNames();
  const draft = useSearchDraft();
  const state = useStore(draft);
  const applied = useStore(query, ({ filter }) => filter);
  const text = state.text ?? printFilter(wordsOf(applied), names);
  const suggestions = useSuggestions({ text, caret: state.caret }, names);
  const problem = problemToTell(state);
  const wordError = useErrorWords(text);

  useEffect(
    () =>
      commands.answer((command) => {
        if (command !== 'focus-search') return;
        inputRef.current?.focus();
        inputRef.current?.select();
      }),
    [commands],
  );

  return (
    <SearchCombobox
      label={t('searchLabel')}
      placeholder={t('searchPlaceholder')}
      shortcut="/"
      value={text}
      onChange={state.type}
      onCaret={state.moveCaret}
      listLabel={t('search.suggestions')}
      suggestions={suggestions.items}
      isOnlyAsked={suggestions.isAtGap}
      onTake={(index) => {
        const taken = suggestions.take(index);
        state.type(taken.text, taken.caret);
        return taken;
      }}
      onClear={() => {
        state.type('', 0);
        state.apply();
      }}
      onSubmit={() => {
        if (state.settle()) commands.run('focus-table');
      }}
      onLeave={state.settle}
      error={problem && wordError(problem, state.type)}
      inputRef={inputRef}
    />
  );
}

/** Words what is wrong with a text, and offers to put the hint in the place of the wrong piece. */
function useErrorWords(
  text: string,
): (problem: FilterProblem, type: SearchDraftState['type']) => SearchError {
  const { t } = useTranslation('links');
  const words = useFilterWords();
  return (problem, type) => {
    const { code, at, end, value = '', hint } = problem;
    const field = fields.find(({ name }) => name === problem.field);
    return {
      span: { at, end },
      message: t(`search.problem.${code}`, {
        value,
        field: field === undefined ? '' : words.part(field.part),
      }),
      ...(hint !== undefined && {
        fix: {
          label: t('search.use', { hint }),
          onFix: () => type(text.slice(0, at) + hint + text.slice(end), at + hint.length),
        },
      }),
    };
  };
}

/** What the filter language calls by name now. Before a currency was seen, all there are. */
function namesNow({ connections, query }: Pick<Desk, 'connections' | 'query'>): FilterNames {
  const { currencies } = query.getState();
  return {
    connections: connections.getState().connections ?? [],
    ...(currencies.length === 0 ? {} : { currencies }),
  };
}

function useNames(): FilterNames {
  const desk = useDesk();
  useStore(desk.connections, (state) => state.connections);
  useStore(desk.query, (state) => state.currencies);
  return namesNow(desk);
}

function useSearchDraft(): SearchDraft {
  const desk = useDesk();
  const [draft] = useState(() =>
    createSearchDraft({ query: desk.query, names: () => namesNow(desk), pauseMs: typingPauseMs }),
  );
  useEffect(() => draft.getState().start(), [draft]);
  return draft;
}
