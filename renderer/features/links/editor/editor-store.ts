import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../bridge/bridge-client';
import { toBridgeError } from '../../../bridge/bridge-error';
import { createLatest } from '../../../stores/latest';
import { decide, dropEdit, sendNow } from './decide-edit';
import { formOf, rebaseForm } from './edit-form';
import type { EditorState, EditorTools, OpenRow } from './editor-state';
import { openEditOf } from './open-edit';
import { readEditor, type WatchedEdit } from './read-editor';
import { send } from './send-edit';

export type EditorStore = StoreApi<EditorState>;

const closed = {
  row: undefined,
  detail: undefined,
  job: undefined,
  loadError: undefined,
  form: undefined,
  sending: false,
  deciding: false,
  tried: false,
  outcome: undefined,
  asked: undefined,
} as const satisfies Partial<EditorState>;

function watchedEdit({ detail, job }: EditorState): WatchedEdit | undefined {
  const edit = detail === undefined ? undefined : openEditOf(detail);
  return edit === undefined ? undefined : { edit, job };
}

/** Makes the function that reads the panel's link. What is unsent stays in the form, also what was typed before the answer came. */
function createLoad(
  bridge: Bridge,
  { set, get }: Pick<EditorTools, 'set' | 'get'>,
  latest: ReturnType<typeof createLatest>,
) {
  return (key: number): Promise<void> =>
    latest.run(() => readEditor(bridge, key, watchedEdit(get())), {
      onValue: ({ detail, job, settled }) =>
        set(({ form, detail: before, tried }) => ({
          detail,
          job,
          loadError: undefined,
          tried: tried && openEditOf(detail) !== undefined,
          ...(settled === undefined ? {} : { outcome: { kind: 'answered', answer: settled } }),
          form:
            form !== undefined && before !== undefined
              ? rebaseForm(form, before.link, detail.link)
              : formOf(detail.link),
        })),
      onError: (thrown) => set({ loadError: toBridgeError(thrown) }),
    });
}

/** The detail editor: one link read in full, a form over it, its open edit, and what became of the last one. */
export function createEditorStore(bridge: Bridge): EditorStore {
  const latest = createLatest();
  return createStore<EditorState>((set, get) => {
    const load = createLoad(bridge, { set, get }, latest);
    const tools: EditorTools = { bridge, set, get, load };
    const goNow = (row: OpenRow | null) => {
      if (row === null) {
        latest.drop();
        set(closed);
        return;
      }
      set({ ...closed, row });
      void load(row.key);
    };
    const reread = async () => {
      const { row, sending } = get();
      if (row !== undefined && !sending) await load(row.key);
    };
    return {
      ...closed,
      go: (row, isDirty) => {
        if (row !== null && row.key === get().row?.key) {
          set({ row });
          return true;
        }
        // What is on its way can no longer be discarded: the panel waits for what becomes of it.
        if (get().sending) return false;
        if (isDirty) {
          set({ asked: row });
          return false;
        }
        goNow(row);
        return true;
      },
      discardAndGo: () => {
        const { asked } = get();
        if (asked !== undefined) goNow(asked);
      },
      stay: () => set({ asked: undefined }),
      // Fields keep the keyboard while something is on its way, but nothing changes under it.
      edit: (part) =>
        set(({ form, sending }) =>
          form === undefined || sending ? {} : { form: { ...form, ...part }, outcome: undefined },
        ),
      revert: () =>
        set(({ detail }) => (detail === undefined ? {} : { form: formOf(detail.link), outcome: undefined })),
      send: (patch) => send(tools, patch),
      sendNow: () => sendNow(tools),
      drop: () => dropEdit(tools),
      decide: (choice) => decide(tools, choice),
      reread,
      takeJob: (job) => {
        if (watchedEdit(get())?.edit.jobId === job.id) void reread();
      },
    };
  });
}

/** Takes every change of a job from main, for the panel's open edit. */
export function followOpenEdit(bridge: Bridge, editor: EditorStore): () => void {
  return bridge.on('jobs:changed', ({ job }) => editor.getState().takeJob(job));
}
