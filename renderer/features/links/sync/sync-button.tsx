import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { useSync } from '../../../stores/use-sync';
import { Button } from '../../../ui/button';
import { IconSync } from '../../../ui/icons/actions';
import { IconChevronDown } from '../../../ui/icons/arrows';
import { IconButton } from '../../../ui/icon-button';
import { MenuButton } from '../../../ui/menu-button';
import styles from '../links-page.module.css';
import { syncItems, type SyncItem } from './sync-items';

/** Reads the lists of the connections that have one; its menu names them, and says what to do where there is none. */
export function SyncButton() {
  const { t } = useTranslation(['sync', 'links']);
  const { dialogs } = useDesk();
  const { listing, idle, start } = useSync();
  const items = syncItems(listing, idle);
  const labelOf = ({ kind, name }: SyncItem): string => {
    if (kind === 'add') return t('links:add.byId');
    if (kind === 'import') return t('links:empty.import');
    return kind === 'none' ? t('noList') : t(kind, { name });
  };
  const onAction = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    if (item === undefined || 'separator' in item) return;
    if (item.kind === 'add') dialogs.getState().open('add-links');
    else if (item.kind === 'import') dialogs.getState().open('import');
    else start(item.connectionIds, item.kind === 'full' ? 'full' : 'incremental');
  };
  return (
    <div className={styles['split']}>
      {listing.length > 0 && (
        <Button icon={<IconSync />} isDisabled={idle.length === 0} onPress={() => start(idle, 'incremental')}>
          <span className="gives-way">{t('action')}</span>
        </Button>
      )}
      <MenuButton
        trigger={
          listing.length > 0 ? (
            <IconButton label={t('more')} icon={<IconChevronDown />} />
          ) : (
            <Button icon={<IconSync />}>
              <span className="gives-way">{t('action')}</span>
              <IconChevronDown />
            </Button>
          )
        }
        items={items.map((item) =>
          'separator' in item
            ? item
            : {
                id: item.id,
                label: labelOf(item),
                isDisabled: item.isDisabled,
                ...(item.kind === 'none' ? { description: t('noListNext') } : {}),
              },
        )}
        onAction={onAction}
      />
    </div>
  );
}
