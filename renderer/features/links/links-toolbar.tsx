import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { IconColumns, IconExport } from '../../ui/icons/actions';
import { IconButton } from '../../ui/icon-button';
import { MenuButton } from '../../ui/menu-button';
import { SearchBox } from './filters/search-box';
import styles from './links-page.module.css';
import { AddMenu } from './add-menu';
import { RefreshButton } from './refresh/refresh-button';
import { SyncButton } from './sync/sync-button';
import { columnsHiddenAtFirst } from './table/hidden-columns';
import { useLinkColumns } from './table/use-link-columns';
import { ViewBar } from './views/view-bar';

const resetId = 'reset';

/** Search, and what can be done with the whole table. */
export function LinksToolbar() {
  const { t } = useTranslation('links');
  const { dialogs, query } = useDesk();
  const total = useStore(query, (state) => state.answer?.total ?? 0);
  return (
    <div className={styles['toolbar']} role="group" aria-label={t('toolbar')}>
      <h1 className="visually-hidden">{t('heading')}</h1>
      <ViewBar />
      <div className={styles['search']}>
        <SearchBox />
      </div>
      <div className={styles['actions']}>
        <div className={styles['spare']}>
          <ColumnChooser />
        </div>
        <RefreshButton />
        <div className={styles['spare']}>
          <SyncButton />
        </div>
        <AddMenu />
        <Button
          icon={<IconExport />}
          isDisabled={total === 0}
          onPress={() => dialogs.getState().open('export')}
        >
          <span className="gives-way">{t('export')}</span>
        </Button>
      </div>
    </div>
  );
}

function ColumnChooser() {
  const { t } = useTranslation('links');
  const { columns: layouts } = useDesk();
  const { layout, toggle, setLayout } = useStore(layouts);
  const columns = useLinkColumns();
  const onAction = (id: string) => {
    if (id === resetId) setLayout({ order: [], hidden: columnsHiddenAtFirst, widths: {} });
    else toggle(id);
  };
  return (
    <MenuButton
      trigger={<IconButton label={t('columns')} icon={<IconColumns />} />}
      items={[
        // The reference names the row; it always stays.
        ...columns
          .filter(({ pinned }) => pinned !== true)
          .map(({ id, header }) => ({ id, label: header, isChecked: !layout.hidden.includes(id) })),
        { id: 'line', separator: true },
        { id: resetId, label: t('resetColumns') },
      ]}
      onAction={onAction}
    />
  );
}
