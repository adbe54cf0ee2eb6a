import { useStore } from 'zustand';
import type { BulkJob } from '#domain/bulk-job';
import { useDesk } from '../../../stores/desk-context';
import { findJob } from '../../../stores/known-jobs';
import { usePagedRows, type PagedRows } from '../use-paged-rows';
import { useSlowly } from '../use-slowly';

/** How often the list is read again while jobs begin and end. */
const readEveryMs = 500;

/** The jobs that were started, newest first. Those this window follows are told as they are now. */
export function useHistory(withSingle: boolean): PagedRows<BulkJob> {
  const { bridge, jobs } = useDesk();
  const version = useSlowly(
    useStore(jobs, (state) => state.version),
    readEveryMs,
  );
  const followed = useStore(jobs, (state) => state.jobs);
  const rows = usePagedRows<BulkJob>(`${String(withSingle)} ${version}`, async (start, end) => {
    const page = await bridge.call('jobs:history', { withSingle, start, end });
    return { total: page.total, rows: page.jobs };
  });
  const getRow = (index: number) => {
    const row = rows.getRow(index);
    return row === undefined ? undefined : (findJob(followed, row.id)?.job ?? row);
  };
  return { ...rows, getRow };
}
