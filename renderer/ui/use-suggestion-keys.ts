import { useState, type KeyboardEvent } from 'react';

interface SuggestionKeys<Item> {
  /** What is offered now; empty while the list is closed. */
  readonly suggestions: readonly Item[];
  readonly value: string;
  readonly take: (index: number) => void;
  readonly askList: (isAsked: boolean) => void;
  readonly onClear: () => void;
  readonly onSubmit: () => void;
}

/**
 * The keyboard of a text field with suggestions: the arrows walk, Enter and Tab take the one that is walked to, Esc closes the
 * list, then empties the field. None is walked to until the user does: Enter means the text as it is.
 */
export function useSuggestionKeys<Item>(options: SuggestionKeys<Item>): {
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
} {
  const { suggestions, value, take, askList, onClear, onSubmit } = options;
  // Of a text: another text has other suggestions, of which none is walked to.
  const [walked, walk] = useState({ value, index: -1 });
  const count = suggestions.length;
  const active = walked.value === value && walked.index < count ? walked.index : -1;

  /** From the field down into the list and, past its end, back to the field. */
  const step = (by: 1 | -1) => {
    askList(true);
    walk({ value, index: count === 0 ? 0 : ((active + 1 + by + count + 1) % (count + 1)) - 1 });
  };
  const takeActive = (): boolean => {
    if (active < 0) return false;
    take(active);
    return true;
  };
  const escape = (): boolean => {
    if (count > 0) askList(false);
    else if (value !== '') onClear();
    else return false;
    return true;
  };
  const answer = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        step(1);
        return true;
      case 'ArrowUp':
        if (count > 0) step(-1);
        return count > 0;
      case 'Enter':
        if (takeActive()) return true;
        askList(false);
        onSubmit();
        return true;
      case 'Tab':
        return takeActive();
      case 'Escape':
        return escape();
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    // Enter and the arrows belong to the input method while it composes a letter.
    if (!isPlain || event.nativeEvent.isComposing || !answer(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { active, onKeyDown };
}
