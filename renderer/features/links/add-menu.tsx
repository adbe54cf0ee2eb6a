import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { IconImport, IconPlus, IconSearch } from '../../ui/icons/actions';
import { IconChevronDown } from '../../ui/icons/arrows';
import { MenuButton } from '../../ui/menu-button';

const ways = ['import', 'add-links', 'create-link'] as const;

/** Every way to get links here: from a file, by their ids, or made anew. */
export function AddMenu() {
  const { t } = useTranslation('links');
  const { dialogs, connections } = useDesk();
  const hasNone = useStore(connections, (state) => state.connections?.length === 0);
  return (
    <MenuButton
      trigger={
        <Button icon={<IconPlus />}>
          <span className="gives-way">{t('add.label')}</span>
          <IconChevronDown />
        </Button>
      }
      items={[
        { id: 'import', label: t('import'), icon: <IconImport /> },
        { id: 'add-links', label: t('add.byId'), icon: <IconSearch />, isDisabled: hasNone },
        { id: 'create-link', label: t('add.create'), icon: <IconPlus />, isDisabled: hasNone },
      ]}
      onAction={(id) => {
        const way = ways.find((candidate) => candidate === id);
        if (way !== undefined) dialogs.getState().open(way);
      }}
    />
  );
}
