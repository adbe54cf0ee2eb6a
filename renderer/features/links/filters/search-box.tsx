import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { SearchField } from '../../../ui/search-field';

/** A pause in typing this long starts the search, in milliseconds. */
const pauseMs = 140;

/** Searches while typing. Enter goes on to the rows found, Esc empties the box. */
export function SearchBox() {
  const { t } = useTranslation('links');
  const { query, commands } = useDesk();
  const applied = useStore(query, (state) => state.filter.search) ?? '';
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const inputRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => {
      const { filter, setFilter } = query.getState();
      if ((filter.search ?? '') !== typed) setFilter({ ...filter, search: typed });
      // From here the filter decides again, so that "clear" empties the box.
      setTyped(undefined);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, query]);

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
    <SearchField
      label={t('searchLabel')}
      placeholder={t('searchPlaceholder')}
      shortcut="/"
      value={typed ?? applied}
      onChange={setTyped}
      onSubmit={() => commands.run('focus-table')}
      inputRef={inputRef}
    />
  );
}
