import type { LinkFilter, LinkSort } from './link-filter';

/** Order, visibility and widths (CSS pixels) of the table's columns. Ids that are no longer known are ignored. */
export interface ColumnLayout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

/** What a view shows and in which order; columns and density only where the view has its own. Relative dates stay relative. */
export interface ViewContent {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
  readonly columns?: ColumnLayout;
  readonly density?: 'compact' | 'normal' | 'comfortable';
}

/** A view the user saved under a name. */
export interface SavedView extends ViewContent {
  readonly id: string;
  readonly name: string;
}

/** Views everybody has; their names are words of the interface, and nobody can change them. */
export const builtInViews = {
  all: { filter: {}, sort: [] },
  open: { filter: { statuses: ['open'] }, sort: [] },
  expiring: {
    filter: { statuses: ['open'], expires: { kind: 'within-days', days: 7 } },
    sort: [{ by: 'expiresAt', direction: 'ascending' }],
  },
  expired: { filter: { statuses: ['expired'] }, sort: [{ by: 'expiresAt', direction: 'descending' }] },
  // No provider tells when a link was paid; the month in which it was created is what an accountant can check.
  'paid-this-month': {
    filter: { statuses: ['paid'], created: { kind: 'this-month' } },
    sort: [{ by: 'createdAt', direction: 'descending' }],
  },
  edited: { filter: { marks: ['edited'] }, sort: [] },
  conflicts: { filter: { marks: ['conflict'] }, sort: [] },
  'new-since-sync': {
    filter: { marks: ['new'] },
    sort: [{ by: 'createdAt', direction: 'descending' }],
  },
  duplicates: { filter: { marks: ['duplicate'] }, sort: [{ by: 'reference', direction: 'ascending' }] },
} as const satisfies Readonly<Record<string, ViewContent>>;

export type BuiltInViewId = keyof typeof builtInViews;
