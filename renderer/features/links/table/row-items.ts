import type { LinkRow } from '#domain/payment-link';
import type { ProviderId } from '#domain/provider';
import { isVerbOffered } from '#domain/verb-offers';
import type { CellValue } from './value-filter';

export const rowVerbs = ['set-expiry', 'close', 'reopen', 'set-amount', 'set-order-text'] as const;
export type RowVerb = (typeof rowVerbs)[number];

export type RowAction =
  | 'open'
  | 'copy'
  | 'copyReference'
  | 'copyUrl'
  | 'showOnly'
  | 'leaveOut'
  | 'refresh'
  | RowVerb
  | 'select'
  | 'unselect'
  | 'selectToHere';

export type RowItem =
  | {
      readonly id: RowAction;
      readonly isDisabled?: boolean;
      readonly shortcut?: string;
      /** No provider of the links can do it. */
      readonly isNotOffered?: true;
    }
  | { readonly id: string; readonly separator: true };

export interface RowFacts {
  readonly row: LinkRow | undefined;
  /** The value under the menu, when a filter can name it. */
  readonly cell: CellValue | undefined;
  /** The row is selected: the verbs are about the whole selection. */
  readonly isPart: boolean;
  readonly isRefreshing: boolean;
  /** The providers of the links that the verbs are about. */
  readonly providers: readonly ProviderId[];
}

/** The verbs of a row's menu, in their order, each with whether it can be used now. */
export function rowItems({ row, cell, isPart, isRefreshing, providers }: RowFacts): readonly RowItem[] {
  const filtering: readonly RowItem[] = [
    { id: 'showOnly' },
    { id: 'leaveOut' },
    { id: 'after-filter', separator: true },
  ];
  return [
    { id: 'open', shortcut: 'Enter' },
    { id: 'after-open', separator: true },
    { id: 'copy' },
    { id: 'copyReference', isDisabled: row === undefined || row.reference === '' },
    { id: 'copyUrl', isDisabled: row?.url === undefined },
    { id: 'after-copy', separator: true },
    ...(cell === undefined ? [] : filtering),
    { id: 'refresh', isDisabled: isRefreshing },
    ...rowVerbs.map((id): RowItem =>
      isVerbOffered(id, providers) ? { id } : { id, isDisabled: true, isNotOffered: true },
    ),
    { id: 'after-verbs', separator: true },
    { id: isPart ? 'unselect' : 'select' },
    { id: 'selectToHere' },
  ];
}
