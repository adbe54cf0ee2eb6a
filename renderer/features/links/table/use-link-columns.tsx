import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatAmount } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import type { ConnectionColour } from '#domain/provider';
import type { GridColumn, GridDensity } from '../../../grid/grid-types';
import type { Formatters } from '../../../i18n/formatters';
import { useFormatters } from '../../../i18n/use-formatters';
import { colourOf } from '../../../stores/connection-colour';
import { useDesk } from '../../../stores/desk-context';
import { useNow } from '../../../stores/use-now';
import { InstantText } from '../../../ui/instant-text';
import { ConnectionName } from '../../../ui/connection-name';
import { MoneyText } from '../../../ui/money-text';
import { StatusChip } from '../../../ui/status-chip';
import { ExpiresCell } from './expires-cell';
import { ReferenceCell } from './reference-cell';
import { NotKnown } from './not-known';

type Words = TFunction<['links', 'status']>;
type Column = GridColumn<LinkRow>;

interface Context {
  readonly t: Words;
  readonly formatters: Formatters;
  readonly zone: string;
  readonly now: number;
  readonly density: GridDensity;
  readonly connectionName: (id: string) => string;
  readonly connectionColour: (id: string) => ConnectionColour;
}

/** A column of plain text that may be unknown. */
function textColumn(
  id: 'customerName' | 'linkId' | 'customerEmail' | 'orderText',
  width: number,
  { t }: Context,
): Column {
  return {
    id,
    header: t(`column.${id}`),
    width,
    sortable: id === 'customerName' || id === 'linkId',
    render: (row) => {
      const text = row[id];
      return text === undefined ? <NotKnown /> : <bdi>{text}</bdi>;
    },
    text: (row) => row[id] ?? '',
  };
}

/** Room for a date and a time: Arabic writes its months in full. */
const instantWidth = ({ locale }: Formatters) => (locale.startsWith('ar') ? 180 : 160);

/** A column of instants in the settings' zone. */
function instantColumn(id: 'createdAt' | 'checkedAt', { t, formatters, zone, now }: Context): Column {
  return {
    id,
    header: t(`column.${id}`),
    width: instantWidth(formatters),
    sortable: true,
    render: (row) => <InstantText at={row[id]} timeZone={zone} now={now} />,
    text: (row) => {
      const at = row[id];
      return at === undefined ? '' : formatters.dateTime(at, zone);
    },
  };
}

function amountColumn({ t }: Context): Column {
  return {
    id: 'amount',
    header: t('column.amount'),
    width: 144,
    align: 'end',
    sortable: true,
    render: ({ amount }) =>
      amount === undefined ? (
        <NotKnown />
      ) : (
        <MoneyText amountMinor={amount.amountMinor} currency={amount.currency} />
      ),
    text: ({ amount }) => (amount === undefined ? '' : `${amount.currency} ${formatAmount(amount)}`),
  };
}

function expiresColumn({ t, formatters, zone, now, density }: Context): Column {
  return {
    id: 'expiresAt',
    header: t('column.expiresAt'),
    width: instantWidth(formatters),
    sortable: true,
    render: (row) => <ExpiresCell row={row} zone={zone} now={now} withRelative={density === 'comfortable'} />,
    text: (row) => (row.expiresAt === undefined ? '' : formatters.dateTime(row.expiresAt, zone)),
  };
}

/** Every column the table can have, in its usual order. */
function columnsOf(context: Context): readonly Column[] {
  const { t, formatters, connectionName, connectionColour } = context;
  return [
    {
      id: 'reference',
      header: t('column.reference'),
      width: 152,
      pinned: true,
      sortable: true,
      render: (row) => <ReferenceCell row={row} />,
      text: (row) => row.reference,
    },
    { ...textColumn('customerName', 140, context), grow: true },
    amountColumn(context),
    {
      id: 'status',
      header: t('column.status'),
      width: 108,
      sortable: true,
      render: (row) => <StatusChip status={row.status} />,
      text: (row) => t(`status:${row.status}`),
    },
    expiresColumn(context),
    textColumn('linkId', 176, context),
    {
      id: 'attempts',
      header: t('column.attempts'),
      width: 100,
      align: 'end',
      sortable: true,
      render: (row) => (row.attempts === undefined ? <NotKnown /> : formatters.number(row.attempts)),
      text: (row) => (row.attempts === undefined ? '' : String(row.attempts)),
    },
    instantColumn('checkedAt', context),
    textColumn('customerEmail', 220, context),
    instantColumn('createdAt', context),
    {
      id: 'connection',
      header: t('column.connection'),
      width: 160,
      sortable: true,
      render: ({ connectionId }) => (
        <ConnectionName name={connectionName(connectionId)} colour={connectionColour(connectionId)} />
      ),
      text: (row) => connectionName(row.connectionId),
    },
    textColumn('orderText', 220, context),
  ];
}

/** The table's columns in the user's language, zone and density. */
export function useLinkColumns(): readonly Column[] {
  const { t } = useTranslation(['links', 'status']);
  const formatters = useFormatters();
  const { settings, connections } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const density = useStore(settings, (state) => state.settings.density);
  const all = useStore(connections, (state) => state.connections);
  const now = useNow();
  return useMemo(() => {
    const names = new Map(all?.map(({ id, name }) => [id, name]));
    const connectionName = (id: string) => names.get(id) ?? t('removedConnection');
    const connectionColour = (id: string) => colourOf(id, all ?? []);
    return columnsOf({ t, formatters, zone, now, density, connectionName, connectionColour });
  }, [t, formatters, zone, now, density, all]);
}
