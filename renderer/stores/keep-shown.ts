import type { Settings } from '#contract/settings';
import { contentOf, firstView, isThere } from './view-content';
import type { ViewParts, ViewsStore } from './views-store';

/** While a filter is being put together it changes often; this long after the last change it is kept, in milliseconds. */
const pauseMs = 250;

interface Stores extends ViewParts {
  readonly views: ViewsStore;
}

type LastShown = NonNullable<Settings['lastShown']>;

/** Keeps what the table shows, so that it is there again after a restart; the returned function ends that. */
export function keepShown(stores: Stores): () => void {
  const { query, columns, settings, views } = stores;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    const lastShown = shownNow(stores);
    if (isSame(lastShown, settings.getState().settings.lastShown)) return;
    // Where it cannot be kept, the next start shows something older: no reason to disturb anybody.
    settings
      .getState()
      .change({ lastShown })
      .catch(() => undefined);
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, pauseMs);
  };
  const endings = [
    query.subscribe((now, before) => {
      if (now.filter !== before.filter || now.sort !== before.sort) keepSoon();
    }),
    columns.subscribe(keepSoon),
    views.subscribe(keepSoon),
  ];
  return () => {
    clearTimeout(timer);
    endings.forEach((end) => end());
  };
}

function shownNow({ query, columns, settings, views }: Stores): LastShown {
  const { filter, sort } = query.getState();
  const { currentId: viewId } = views.getState();
  const hasColumns = contentOf(viewId, settings.getState().settings.views).columns !== undefined;
  return { viewId, filter, sort, ...(hasColumns ? { columns: columns.getState().layout } : {}) };
}

const isSame = (a: LastShown, b: LastShown | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Shows what was kept, and opens its query: the first one there is. A view that is gone leaves its filter behind. */
export function showLast({ query, columns, settings, views }: Stores): void {
  const { lastShown, columns: general, views: saved } = settings.getState().settings;
  const viewId = lastShown !== undefined && isThere(lastShown.viewId, saved) ? lastShown.viewId : firstView;
  const view = contentOf(viewId, saved);
  const layout = view.columns === undefined ? general : (lastShown?.columns ?? view.columns);
  views.setState({ currentId: viewId });
  if (layout !== undefined) columns.getState().setLayout(layout);
  query.getState().show(lastShown ?? view);
}
