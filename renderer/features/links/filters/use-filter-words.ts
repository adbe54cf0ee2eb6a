import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  linkMarks,
  type DateField,
  type DateFilter,
  type LinkMark,
  type NumberFilter,
} from '#domain/link-filter';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import type { ListField } from './choices';
import type { FilterPart } from './filter-parts';

export interface FilterWords {
  /** The name of a part: "Customer". */
  readonly part: (part: FilterPart) => string;
  /** The name of one value of a list. */
  readonly member: (field: ListField, value: string) => string;
  readonly date: (field: DateField, date: DateFilter) => string;
  /** The bounds in words; undefined for none. */
  readonly bounds: (bounds: NumberFilter) => string | undefined;
}

/** Words the parts of filters, the same in chips, in popovers and in suggestions. */
export function useFilterWords(): FilterWords {
  const { t } = useTranslation(['links', 'status']);
  const { connections } = useDesk();
  const all = useStore(connections, (state) => state.connections);
  const date = useDateWords();
  const bounds = useBoundsWords();
  const member = (field: ListField, value: string): string => {
    switch (field) {
      case 'statuses':
        return isStatus(value) ? t(`status:${value}`) : value;
      case 'marks':
        return isMark(value) ? t(`marks.${value}`) : value;
      case 'currencies':
        return value === '' ? t('filters.noCurrency') : value;
      case 'connectionIds':
        return all?.find(({ id }) => id === value)?.name ?? t('removedConnection');
    }
  };
  return { part: (part) => t(`filters.${part}`), member, date, bounds };
}

const isStatus = (value: string): value is LinkStatus => linkStatuses.some((status) => status === value);
const isMark = (value: string): value is LinkMark => linkMarks.some((mark) => mark === value);

function useBoundsWords(): FilterWords['bounds'] {
  const { t } = useTranslation('links');
  const { decimal } = useFormatters();
  return ({ from, above, until, below }) => {
    if (from !== undefined && from === until) return t('bounds.exactly', { value: decimal(from) });
    if (from !== undefined && until !== undefined) {
      return t('bounds.fromUntil', { from: decimal(from), until: decimal(until) });
    }
    const lower =
      above === undefined
        ? from && t('bounds.orMore', { value: decimal(from) })
        : t('bounds.above', { value: decimal(above) });
    const upper =
      below === undefined
        ? until && t('bounds.orLess', { value: decimal(until) })
        : t('bounds.below', { value: decimal(below) });
    return lower === undefined || upper === undefined ? (lower ?? upper) : t('bounds.both', { lower, upper });
  };
}

/** A local day names no instant: noon in a zone without summer time is safely inside it. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function useDateWords(): FilterWords['date'] {
  const { t } = useTranslation('links');
  const { date: format } = useFormatters();
  const between = (from: string | undefined, until: string | undefined): string => {
    const words = (day: string) => format(noonOf(day), 'UTC');
    if (from === undefined) {
      return until === undefined ? t('dates.anyDate') : t('dates.untilDate', { until: words(until) });
    }
    if (until === undefined) return t('dates.fromDate', { from: words(from) });
    return from === until ? words(from) : t('dates.fromUntil', { from: words(from), until: words(until) });
  };
  return (field, date) => {
    const way = field === 'expires' ? 'ahead' : 'back';
    switch (date.kind) {
      case 'within-days':
        return t(`dates.${way}.within`, { count: date.days });
      case 'beyond-days':
        return t(`dates.${way}.beyond`, { count: date.days });
      case 'between':
        return between(date.from, date.until);
      case 'past':
      case 'none':
        return t(`dates.${way}.${date.kind}`);
      case 'today':
      case 'this-month':
        return t(`dates.${date.kind}`);
    }
  };
}
