import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RefreshPolicy } from '#contract/links';
import { useDesk } from '../../../stores/desk-context';
import { IconRefresh } from '../../../ui/icons/actions';
import { IconChevronDown } from '../../../ui/icons/arrows';
import { IconButton } from '../../../ui/icon-button';
import { MenuButton } from '../../../ui/menu-button';
import styles from '../links-page.module.css';
import { useRefresh } from './use-refresh';

const days = [1, 7, 30] as const;

/** Checks links at their provider: the selected or matching ones, or from its menu those that are open or were not checked for long. */
export function RefreshButton() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const total = useStore(query, (state) => state.answer?.total ?? 0);
  const cached = useStore(query, (state) => state.answer?.cached ?? 0);
  const { refresh, refreshBy, running } = useRefresh();
  const isBusy = running !== undefined;
  const policies: Readonly<Record<string, RefreshPolicy>> = {
    'all-open': { kind: 'all-open' },
    ...Object.fromEntries(days.map((count) => [`days ${String(count)}`, olderThan(count)])),
  };
  const items = [
    { id: 'all-open', label: t('refreshBy.allOpen') },
    ...days.map((count) => ({ id: `days ${String(count)}`, label: t('refreshBy.notFor', { count }) })),
  ];
  return (
    <div className={styles['split']}>
      <IconButton
        label={t('refreshAll', { count: total })}
        icon={<IconRefresh />}
        isDisabled={isBusy || total === 0}
        onPress={refresh}
      />
      <MenuButton
        trigger={
          <IconButton label={t('refreshBy.label')} icon={<IconChevronDown />} isDisabled={cached === 0} />
        }
        items={items.map((item) => ({ ...item, isDisabled: isBusy }))}
        onAction={(id) => {
          const policy = policies[id];
          if (policy !== undefined) refreshBy(policy);
        }}
      />
    </div>
  );
}

function olderThan(count: number): RefreshPolicy {
  return { kind: 'older-than', hours: 24 * count };
}
