import type { LinkFilter, LinkSort } from '#domain/link-filter';
import {
  builtInViews,
  type BuiltInViewId,
  type ColumnLayout,
  type SavedView,
  type ViewContent,
} from '#domain/saved-view';
import { isSameFilter } from '#domain/tidy-filter';

/** The view that stands for one that is gone. */
export const firstView: BuiltInViewId = 'all';

/** The built-in views in the order they are listed. */
// Object.keys forgets that the views have no other names.
export const builtInViewIds = Object.keys(builtInViews) as readonly BuiltInViewId[];

/** Built-in views without a key of their own: with one they would take it from the user's views. */
const withoutKey: ReadonlySet<string> = new Set<BuiltInViewId>(['new-since-sync', 'duplicates']);

/** The views that have a key of their own, Ctrl+1 to Ctrl+9, in that order. */
export function viewsWithKey(saved: readonly SavedView[]): readonly string[] {
  const builtIn = builtInViewIds.filter((id) => !withoutKey.has(id));
  return [...builtIn, ...saved.map(({ id }) => id)].slice(0, 9);
}

export function isBuiltIn(id: string): id is BuiltInViewId {
  return Object.hasOwn(builtInViews, id);
}

/** True when there is such a view. */
export const isThere = (id: string, saved: readonly SavedView[]): boolean =>
  isBuiltIn(id) || isOwn(id, saved);

/** True for a view the user has made and can change. */
export const isOwn = (id: string, saved: readonly SavedView[]): boolean =>
  saved.some((view) => view.id === id);

/** What a view shows; the first view's content for one that is not there (any more). */
export function contentOf(id: string, saved: readonly SavedView[]): ViewContent {
  return isBuiltIn(id) ? builtInViews[id] : (saved.find((view) => view.id === id) ?? builtInViews[firstView]);
}

/** Everything that is on screen and belongs to a view. */
export interface ShownContent {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
  readonly columns: ColumnLayout;
  readonly density: NonNullable<ViewContent['density']>;
}

/** True when what is on screen is no longer what the view shows. Columns and density count only for a view with its own. */
export function isModified(view: ViewContent, shown: ShownContent): boolean {
  return (
    !isSameFilter(view.filter, shown.filter) ||
    !isSameSort(view.sort, shown.sort) ||
    (view.columns !== undefined && !isSameLayout(view.columns, shown.columns)) ||
    (view.density !== undefined && view.density !== shown.density)
  );
}

function isSameSort(a: readonly LinkSort[], b: readonly LinkSort[]): boolean {
  const isSameStep = ({ by, direction }: LinkSort, other: LinkSort | undefined) =>
    by === other?.by && direction === other.direction;
  return a.length === b.length && a.every((step, index) => isSameStep(step, b[index]));
}

export function isSameLayout(a: ColumnLayout, b: ColumnLayout): boolean {
  const widthsOf = ({ widths }: ColumnLayout) =>
    Object.entries(widths).toSorted(([x], [y]) => (x < y ? -1 : 1));
  const textOf = (layout: ColumnLayout) =>
    JSON.stringify([layout.order, layout.hidden.toSorted(), widthsOf(layout)]);
  return textOf(a) === textOf(b);
}

/** As many views as the settings take. */
const mostViews = 200;
/** As many characters as the settings take. */
export const longestName = 60;

/** Why a view cannot have a name; undefined when it can. Names differ by more than their case. */
export function problemOfName(name: string, others: readonly string[]): 'empty' | 'taken' | undefined {
  const folded = foldName(name);
  if (folded === '') return 'empty';
  if (others.some((other) => foldName(other) === folded)) return 'taken';
  return undefined;
}

/** True when no further view can be kept. */
export const isFull = (saved: readonly SavedView[]): boolean => saved.length >= mostViews;

const foldName = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
