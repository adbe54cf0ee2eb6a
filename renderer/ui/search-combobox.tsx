import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import field from './field.module.css';
import { IconClose, IconSearch } from './icons/actions';
import { IconError } from './icons/signs';
import { Kbd } from './kbd';
import popover from './popover.module.css';
import searchField from './search-field.module.css';
import styles from './search-combobox.module.css';
import { useSuggestionKeys } from './use-suggestion-keys';
import { WrongPiece, type TextSpan } from './wrong-piece';

export interface SearchSuggestion {
  /** Unique among the suggestions. */
  readonly id: string;
  /** What goes into the text, as it is typed: left to right in every language. */
  readonly term: string;
  /** What it means, in words. */
  readonly label: string;
}

/** What is wrong, where in the text, and what would set it right. */
export interface SearchError {
  readonly message: string;
  readonly span: TextSpan;
  readonly fix?: { readonly label: string; readonly onFix: () => void };
}

export interface SearchComboboxProps {
  /** The accessible name; nothing is shown but the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string, caret: number) => void;
  readonly onCaret: (caret: number) => void;
  readonly listLabel: string;
  /** What fits at the caret; shown while the user types, or when asked for with the arrow key. */
  readonly suggestions: readonly SearchSuggestion[];
  /** True for suggestions that nobody has begun to type: they wait for the arrow key. */
  readonly isOnlyAsked: boolean;
  /** Puts a suggestion into the text; answers where the caret goes, and whether something is still to follow. */
  readonly onTake: (index: number) => { readonly caret: number; readonly goesOn: boolean };
  readonly onClear: () => void;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
  readonly error?: SearchError | undefined;
  readonly placeholder?: string;
  /** The key that leads here, printed while the field is empty. */
  readonly shortcut?: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Text to search for in a small language, with suggestions of what could stand at the caret. Esc closes those, then empties it. */
export function SearchCombobox(props: SearchComboboxProps): ReactNode {
  const { label, value, error, inputRef, placeholder, shortcut } = props;
  const { t } = useTranslation('common');
  const listId = useId();
  const errorId = useId();
  const [list, setList] = useState<'closed' | 'typing' | 'asked'>('closed');
  const isListShown = list === 'asked' || (list === 'typing' && !props.isOnlyAsked);
  const suggestions = isListShown ? props.suggestions : [];
  const placeCaret = useCaretPlacer(inputRef);
  const take = (index: number) => {
    const { caret, goesOn } = props.onTake(index);
    placeCaret(caret);
    setList(goesOn ? 'asked' : 'closed');
    inputRef.current?.focus();
  };
  const { active, onKeyDown } = useSuggestionKeys({
    ...props,
    suggestions,
    take,
    askList: (isAsked) => setList(isAsked ? 'asked' : 'closed'),
  });
  const optionId = (index: number) => `${listId}-${String(index)}`;
  const isOpen = suggestions.length > 0;
  return (
    <div
      className={classNames(field['field'], searchField['search'], styles['search'])}
      data-invalid={error !== undefined || undefined}
    >
      <div className={classNames(field['control'], searchField['control'])}>
        <IconSearch />
        <div className={styles['text']}>
          {error !== undefined && <WrongPiece text={value} span={error.span} inputRef={inputRef} />}
          <input
            ref={inputRef}
            type="search"
            role="combobox"
            className={classNames(field['input'], styles['input'])}
            aria-label={label}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={error === undefined ? undefined : errorId}
            dir={value === '' ? undefined : 'auto'}
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            onChange={({ target }) => {
              setList('typing');
              props.onChange(target.value, target.selectionEnd ?? target.value.length);
            }}
            onSelect={({ currentTarget }) => props.onCaret(currentTarget.selectionEnd ?? 0)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setList('closed');
              props.onLeave();
            }}
          />
        </div>
        {value !== '' ? (
          <AriaButton
            className={searchField['clear'] ?? ''}
            aria-label={t('clearSearch')}
            excludeFromTabOrder
            preventFocusOnPress
            onPress={props.onClear}
          >
            <IconClose size={14} />
          </AriaButton>
        ) : (
          shortcut !== undefined && <Kbd>{shortcut}</Kbd>
        )}
      </div>
      {isOpen && (
        <div id={listId} role="listbox" aria-label={props.listLabel} className={styles['list']}>
          {suggestions.map(({ id, term, label: meaning }, index) => (
            <Option
              key={id}
              id={optionId(index)}
              isActive={index === active}
              onTake={() => take(index)}
              term={term}
              meaning={meaning}
            />
          ))}
        </div>
      )}
      {error !== undefined && (
        <div id={errorId} role="status" className={classNames(field['error'], styles['error'])}>
          <IconError size={14} />
          <ErrorText error={error} inputRef={inputRef} />
        </div>
      )}
    </div>
  );
}

interface ErrorTextProps {
  readonly error: SearchError;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

function ErrorText({ error: { message, fix }, inputRef }: ErrorTextProps): ReactNode {
  const set = () => {
    fix?.onFix();
    inputRef.current?.focus();
  };
  return (
    <span>
      {message}{' '}
      {fix !== undefined && (
        <AriaButton className={styles['fix'] ?? ''} onPress={set}>
          {fix.label}
        </AriaButton>
      )}
    </span>
  );
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly onTake: () => void;
  readonly term: string;
  readonly meaning: string;
}

function Option({ id, isActive, onTake, term, meaning }: OptionProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isActive}
      className={classNames(popover['item'], styles['option'])}
      data-focused={isActive || undefined}
      // The text field keeps the focus: leaving it would settle what is half typed.
      onPointerDown={(event) => {
        event.preventDefault();
        if (event.button === 0) onTake();
      }}
    >
      <bdi dir="ltr" className={styles['term']}>
        {term}
      </bdi>
      <span className={styles['meaning']}>{meaning}</span>
    </div>
  );
}

/** Puts the caret where it was told once the new text is in the field. */
function useCaretPlacer(inputRef: RefObject<HTMLInputElement | null>): (caret: number) => void {
  const [place, setPlace] = useState<{ readonly caret: number } | undefined>(undefined);
  useLayoutEffect(() => {
    if (place !== undefined) inputRef.current?.setSelectionRange(place.caret, place.caret);
  }, [place, inputRef]);
  return (caret) => setPlace({ caret });
}
