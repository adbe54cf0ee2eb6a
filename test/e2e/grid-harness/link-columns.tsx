import type { GridColumn } from '../../../renderer/grid/grid-types';
import { InstantText } from '../../../renderer/ui/instant-text';
import { MoneyText } from '../../../renderer/ui/money-text';
import { StatusChip } from '../../../renderer/ui/status-chip';
import { now, type SampleLink } from './sample-links';

const timeZone = 'Asia/Kuwait';

/** Columns as the links table has them, with headers in the language given. */
export function linkColumns(isArabic: boolean): readonly GridColumn<SampleLink>[] {
  const word = (en: string, ar: string): string => (isArabic ? ar : en);
  return [
    {
      id: 'reference',
      header: word('Reference', 'المرجع'),
      width: 128,
      sortable: true,
      pinned: true,
      render: (row) => <bdi>{row.reference}</bdi>,
      text: (row) => row.reference,
    },
    {
      id: 'customer',
      header: word('Customer', 'العميل'),
      width: 200,
      sortable: true,
      grow: true,
      render: (row) => <bdi>{row.customer}</bdi>,
      text: (row) => row.customer,
    },
    {
      id: 'amount',
      header: word('Amount', 'المبلغ'),
      width: 140,
      align: 'end',
      sortable: true,
      render: (row) => <MoneyText amountMinor={row.amountMinor} currency={row.currency} />,
      text: (row) => String(row.amountMinor),
    },
    {
      id: 'status',
      header: word('Status', 'الحالة'),
      width: 140,
      sortable: true,
      render: (row) => <StatusChip status={row.status} />,
      text: (row) => row.status,
    },
    {
      id: 'expires',
      header: word('Expires', 'تنتهي في'),
      width: isArabic ? 184 : 160,
      sortable: true,
      render: (row) => <InstantText at={row.expiresAt} timeZone={timeZone} now={now} />,
      text: (row) => String(row.expiresAt ?? ''),
    },
    {
      id: 'created',
      header: word('Created', 'أُنشئ في'),
      width: isArabic ? 184 : 160,
      sortable: true,
      render: (row) => <InstantText at={row.createdAt} timeZone={timeZone} now={now} />,
      text: (row) => String(row.createdAt),
    },
  ];
}
