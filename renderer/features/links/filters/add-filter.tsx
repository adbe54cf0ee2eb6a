import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { Button } from '../../../ui/button';
import { IconPlus } from '../../../ui/icons/actions';
import { MenuButton } from '../../../ui/menu-button';
import type { FilterPart } from './filter-parts';
import { useFilterWords } from './use-filter-words';

export interface AddFilterProps {
  readonly parts: readonly FilterPart[];
  readonly onAdd: (part: FilterPart) => void;
}

/** The menu of filters that have no chip yet. */
export function AddFilter({ parts, onAdd }: AddFilterProps): ReactNode {
  const { t } = useTranslation('links');
  const { commands } = useDesk();
  const words = useFilterWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      commands.answer((command) => {
        if (command === 'open-filters') setOpen(true);
      }),
    [commands],
  );
  return (
    <MenuButton
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" icon={<IconPlus size={13} />} aria-label={t('filters.addLabel')}>
          {t('filters.add')}
        </Button>
      }
      items={parts.map((part) => ({ id: part, label: words.part(part) }))}
      onAction={(id) => {
        const part = parts.find((candidate) => candidate === id);
        if (part !== undefined) onAdd(part);
      }}
    />
  );
}
