import type { EditableField } from '#domain/capability';
import type { FieldChange } from '#domain/link-patch';
import { formatAmount } from '#domain/money';
import type { ZoneClock } from '../files/zone-clock';
import { changeWording } from './change-wording';
import { exportWording, type ExportLanguage } from './wording';

/** The cells that say what is asked of a link: what, and from which values to which. */
export interface ChangeCells {
  what(changes: readonly FieldChange[]): string;
  before(changes: readonly FieldChange[]): string;
  after(changes: readonly FieldChange[]): string;
}

/** Stands where one of several values is not known. */
const UNKNOWN = '–';

/**
 * A change of one field is its bare value; several fields are one to a line, each after its name. Amounts carry their currency,
 * since a column holds values of any kind.
 */
export function createChangeCells({
  language,
  clock,
}: {
  readonly language: ExportLanguage;
  readonly clock: ZoneClock;
}): ChangeCells {
  const { asks, fields } = changeWording[language];
  const { statuses } = exportWording[language];

  function valueOf(change: FieldChange, side: 'before' | 'after'): string {
    switch (change.field) {
      case 'status': {
        const status = change[side];
        return status === undefined ? '' : statuses[status];
      }
      case 'expiresAt': {
        const at = change[side];
        return at === undefined ? '' : clock.format(at);
      }
      case 'amount': {
        const money = change[side];
        return money === undefined ? '' : `${formatAmount(money)} ${money.currency}`;
      }
      case 'customerName':
      case 'orderText':
      case 'reference':
        return change[side] ?? '';
      case 'tags':
        // One line, whatever stands beside it.
        return (change[side] ?? '').replaceAll('\n', '; ');
    }
  }

  function sideOf(changes: readonly FieldChange[], side: 'before' | 'after'): string {
    const [only, ...more] = changes;
    if (only === undefined) return '';
    if (more.length === 0) return valueOf(only, side);
    const named = (field: EditableField, value: string) => `${fields[field]}: ${value || UNKNOWN}`;
    return changes.map((change) => named(change.field, valueOf(change, side))).join('\n');
  }

  return {
    what: (changes) =>
      changes
        .map((change) => asks[change.field === 'status' ? change.after : change.field])
        .join(language === 'ar' ? '، ' : ', '),
    before: (changes) => sideOf(changes, 'before'),
    after: (changes) => sideOf(changes, 'after'),
  };
}
