import { useEffect, useEffectEvent, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isNoFilter } from '#domain/tidy-filter';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { MatchCount } from '../totals/match-count';
import { AddFilter } from './add-filter';
import styles from './filter-bar.module.css';
import { FilterPartChip } from './filter-part-chip';
import { addableParts, isPartSet, standingParts, type FilterPart } from './filter-parts';

/** The filter as chips, and how many links pass it. */
export function FilterBar(): ReactNode {
  const { t } = useTranslation('links');
  const { query, connections } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  // With one connection there is nothing to choose.
  const hasSeveral = useStore(connections, (state) => (state.connections?.length ?? 0) > 1);
  const [added, setAdded] = useState<FilterPart | undefined>(undefined);
  const menu = useRef<HTMLSpanElement>(null);
  const focusMenu = () => menu.current?.querySelector('button')?.focus();
  const isShown = (part: FilterPart) => part === added || isPartSet(filter, part);
  const parts = [
    ...standingParts.filter((part) => part !== 'connectionIds' || hasSeveral || isShown(part)),
    ...addableParts.filter(isShown),
  ];
  const close = (part: FilterPart) => {
    setAdded(undefined);
    // A chip that was left without a value goes away; the keyboard goes back to where it came from.
    if (!isPartSet(query.getState().filter, part)) focusMenu();
  };
  const isClear = isNoFilter(filter);
  const keepFocus = useFocusKept(`${parts.join(' ')} ${String(isClear)}`, focusMenu);
  return (
    <div {...keepFocus} className={styles['bar']} role="group" aria-label={t('filters.label')}>
      {parts.map((part) => (
        <FilterPartChip
          key={part}
          part={part}
          {...(part === added && {
            defaultOpen: true,
            onOpenChange: (isOpen) => {
              if (!isOpen) close(part);
            },
          })}
        />
      ))}
      <span ref={menu} className={styles['menu']}>
        <AddFilter parts={addableParts.filter((part) => !isShown(part))} onAdd={setAdded} />
      </span>
      {!isClear && (
        <Button variant="quiet" size="small" onPress={() => query.getState().setFilter({})}>
          {t('filters.clear')}
        </Button>
      )}
      <MatchCount className={styles['count']} />
    </div>
  );
}

/**
 * A button here may take itself away: then the keyboard is given to another place of the same bar, not lost. `state` changes with
 * what stands in the bar.
 */
function useFocusKept(state: string, giveTo: () => void) {
  const isInside = useRef(false);
  const give = useEffectEvent(giveTo);
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) give();
  }, [state]);
  return {
    onFocus: () => {
      isInside.current = true;
    },
    // What is taken away leaves to nowhere.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) isInside.current = false;
    },
  };
}
