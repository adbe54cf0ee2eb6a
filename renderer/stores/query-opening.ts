import { toBridgeError } from '../bridge/bridge-error';
import { createLatest } from './latest';
import { openNew, openSame, type Opened, type ShownQuery } from './open-query';
import { createCounting } from './query-counting';
import type { QueryTools } from './query-state';
import type { ReaderAnchor } from './reader-place';

export interface QueryOpening {
  /** Opens what the state asks for. */
  open(how?: 'quietly'): Promise<void>;
  /** Something of a handle could not be read. */
  fail(handle: number, thrown: unknown): void;
}

/** Opens queries for the store. A newer opening supersedes an older one; every handle that is no longer shown is closed. */
export function createOpening(tools: QueryTools, anchorsNow: () => readonly ReaderAnchor[]): QueryOpening {
  const { bridge, handles, set, get } = tools;
  const latest = createLatest();
  let shown: ShownQuery | undefined;
  let underWay = 0;

  const fail = (handle: number, thrown: unknown) => {
    const error = toBridgeError(thrown);
    // What a newer opening stopped is nothing to tell: that one brings its own answer.
    if (get().answer?.handle !== handle || error.code === 'app/cancelled') return;
    if (error.code === 'store/result-closed') void open();
    else set({ error });
  };
  const counting = createCounting(tools, (handle, thrown) => {
    // A newer opening stops the count of an older one, and counts again when it ends.
    if (underWay > 0) return;
    set({ isCounting: false, totals: undefined });
    fail(handle, thrown);
  });
  const failOpening = (thrown: unknown) => {
    const error = toBridgeError(thrown);
    set({ busy: false, ...(error.code === 'app/cancelled' ? {} : { error }) });
    const { answer, isCounting } = get();
    if (answer !== undefined && isCounting) counting.count(answer);
  };
  const show = (query: ShownQuery, { answer, totals, change }: Opened) => {
    const before = get().answer;
    shown = query;
    set({ answer, change, busy: false, error: undefined, isCounting: true });
    handles.close(before);
    if (totals === undefined) counting.count(answer);
    else counting.take(totals);
  };
  const open = (how?: 'quietly'): Promise<void> => {
    const { filter, sort, answer } = get();
    const query = { filter, sort };
    const isSame = answer !== undefined && shown?.filter === filter && shown.sort === sort;
    const anchors = isSame ? anchorsNow() : [];
    if (how !== 'quietly') set({ busy: true });
    underWay += 1;
    const work = () =>
      (isSame ? openSame(bridge, query, anchors) : openNew(bridge, query)).finally(() => (underWay -= 1));
    return latest.run(work, {
      onValue: (opened) => show(query, opened),
      onError: failOpening,
      onLate: (opened) => handles.close(opened.answer),
    });
  };
  return { open, fail };
}
