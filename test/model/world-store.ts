import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { AuditEntry } from '#contract/audit';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { openStates } from '#domain/edit-state';
import type { LinkRow } from '#domain/payment-link';
import { openTestStore, type TestStore } from '../support/test-store';

/** Everything stored, read at one moment. */
export interface StoredWorld {
  readonly jobs: readonly BulkJob[];
  /** Of started jobs. */
  readonly edits: readonly Edit[];
  readonly rows: readonly LinkRow[];
  /** Oldest first. */
  readonly audit: readonly AuditEntry[];
}

/** The store of a world, which its runs share one after another, with what the checks need to read at once. */
export interface WorldStore extends TestStore {
  readonly rowOfEdit: (editId: number) => LinkRow | undefined;
  /** The edits of a link that are `sending`. */
  readonly sendingEditsOf: (linkId: string) => readonly Edit[];
  readonly rows: () => readonly LinkRow[];
  readonly read: () => StoredWorld;
}

/** A file system in memory where there is one: a store is synced to its disk at every step. */
const folderIn = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const everything = { start: 0, end: 100_000 };

export function openWorldStore(): WorldStore {
  const opened = openTestStore({ folderIn });
  const { methods } = opened;
  const edits = () => methods.readEdits(everything).edits;
  const rows = (): readonly LinkRow[] => {
    const { handle, total } = methods.openQuery({ filter: {}, sort: [] });
    const found = methods.readRange({ handle, start: 0, end: total });
    methods.closeQuery({ handle });
    return found;
  };
  return {
    ...opened,
    rows,
    rowOfEdit: (editId) => {
      const edit = edits().find(({ id }) => id === editId);
      return edit === undefined ? undefined : methods.readLinks({ keys: [edit.linkKey] })[0];
    },
    sendingEditsOf: (linkId) => edits().filter((edit) => edit.linkId === linkId && edit.state === 'sending'),
    read: () => ({
      jobs: methods.readJobs({ withSingle: true, ...everything }).jobs,
      edits: edits(),
      rows: rows(),
      audit: [...methods.readAudit(everything).entries].reverse(),
    }),
  };
}

/** An edit that the store has not decided about yet. */
export function isOpen(edit: Edit): boolean {
  return (openStates as readonly string[]).includes(edit.state);
}
