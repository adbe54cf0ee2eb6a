import { editStates, type EditState } from '#domain/edit-state';
import type { EditPage } from '#contract/jobs';

import { toEdit, type StoredEdit } from './edit-row';
import type { JobTable } from './job-table';
import type { EditFilter } from './store-api';
import type { StoreDatabase } from './store-database';

type Params = readonly string[];

const searched = ['reference', 'link_id', 'provider_text', 'provider_code'];

/**
 * Makes the function that reads a page of the edits of one job or of all started ones, oldest first.
 *
 * Case does not matter for the letters of ASCII only, as SQLite's LIKE has it. A blank search finds everything.
 *
 * @throws AppError `job/not-found`.
 */
export function createEditPages(
  db: StoreDatabase,
  jobs: JobTable,
): (input: EditFilter & { readonly start: number; readonly end: number }) => EditPage {
  return ({ start, end, ...filter }) => {
    const counts = filter.jobId === undefined ? jobs.countEdits() : jobs.read(filter.jobId).counts;
    const wanted = wantedStates(filter);
    const { from, params, isSearch } = editsSql(filter);
    const total = isSearch
      ? db
          .prepare<Params, number>(`SELECT count(*) ${from}`)
          .pluck()
          .get(...params)
      : wanted.reduce((sum, state) => sum + counts[state], 0);
    const edits = db
      .prepare<(string | number)[], StoredEdit>(`SELECT edit.* ${from} ORDER BY edit.id LIMIT ? OFFSET ?`)
      .all(...params, Math.max(0, end - start), start);
    return { total: total ?? 0, edits: edits.map(toEdit) };
  };
}

function wantedStates({ states }: EditFilter): readonly EditState[] {
  return states === undefined ? editStates : editStates.filter((state) => states.includes(state));
}

/** FROM and WHERE of the edits a filter means. */
export function editsSql(filter: EditFilter): {
  readonly from: string;
  readonly params: Params;
  readonly isSearch: boolean;
} {
  const states = filter.states === undefined ? [] : [`edit.state IN (${listOf(wantedStates(filter))})`];
  const search = filter.search?.trim() ?? '';
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const finds = searched.map((column) => `edit.${column} LIKE ? ESCAPE '\\'`).join(' OR ');
  const isSearch = search !== '';
  const conditions = [
    filter.jobId === undefined ? 'job.started_at IS NOT NULL' : 'edit.job_id = ?',
    ...states,
    ...(isSearch ? [`(${finds})`] : []),
  ];
  return {
    from: `FROM ${tableFor(filter)} WHERE ${conditions.join(' AND ')}`,
    params: [
      ...(filter.jobId === undefined ? [] : [filter.jobId]),
      ...(isSearch ? searched.map(() => pattern) : []),
    ],
    isSearch,
  };
}

/** Constants of our own, so that they may stand in the text. */
function listOf(states: readonly EditState[]): string {
  return states.map((state) => `'${state}'`).join(', ');
}

/** Few edits of all jobs are found through each job's states; many, in the order of the table. */
function tableFor({ jobId, states }: EditFilter): string {
  if (jobId !== undefined) return 'edit';
  return states === undefined
    ? 'edit CROSS JOIN job ON job.id = edit.job_id'
    : 'job CROSS JOIN edit INDEXED BY edit_by_state ON edit.job_id = job.id';
}
