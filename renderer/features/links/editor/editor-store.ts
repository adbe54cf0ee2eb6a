import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditAnswer, LinkDetail } from '#contract/links';
import { baseOf, type EditBase, type LinkPatch } from '#domain/link-patch';
import type { Bridge } from '../../../bridge/bridge-client';
import { toBridgeError, type BridgeError } from '../../../bridge/bridge-error';
import { createLatest } from '../../../stores/latest';
import { formOf, rebaseForm, type EditForm } from './edit-form';

/** A row of the table that the panel is about. */
export interface OpenRow {
  readonly index: number;
  readonly key: number;
}

/** What became of the last thing that was sent. */
export type EditOutcome =
  | { readonly kind: 'answered'; readonly answer: EditAnswer }
  | { readonly kind: 'failed'; readonly error: BridgeError }
  /** The link changed meanwhile, from what the edit was made against to what it is now. Nothing was sent. */
  | { readonly kind: 'conflict'; readonly base: EditBase; readonly now: EditBase };

export interface EditorState {
  readonly row: OpenRow | undefined;
  readonly detail: LinkDetail | undefined;
  readonly loadError: BridgeError | undefined;
  readonly form: EditForm | undefined;
  readonly sending: boolean;
  readonly outcome: EditOutcome | undefined;
  /** Where the user wanted to go while there were unsent changes; null is "close". */
  readonly asked: OpenRow | null | undefined;
  /**
   * Shows another row, or closes with null; asks first when the form has changes, and stays while an edit is on its way. Returns
   * whether it went at once.
   */
  go(row: OpenRow | null, isDirty: boolean): boolean;
  discardAndGo(): void;
  stay(): void;
  edit(part: Partial<EditForm>): void;
  revert(): void;
  send(patch: LinkPatch): Promise<void>;
  /** Reads the link again, because the cache changed; fields without unsent changes follow. */
  reread(): Promise<void>;
}

export type EditorStore = StoreApi<EditorState>;

const closed = {
  row: undefined,
  detail: undefined,
  loadError: undefined,
  form: undefined,
  sending: false,
  outcome: undefined,
  asked: undefined,
} as const satisfies Partial<EditorState>;

type Set = StoreApi<EditorState>['setState'];
type Get = StoreApi<EditorState>['getState'];

/** The detail editor: one link read in full, a form over it, and what became of the last edit. */
export function createEditorStore(bridge: Bridge): EditorStore {
  const latest = createLatest();
  return createStore<EditorState>((set, get) => {
    // What is unsent stays in the form, also what was typed before the answer came.
    const load = (key: number) =>
      latest.run(() => bridge.call('links:read', { key }), {
        onValue: (detail) =>
          set(({ form, detail: before }) => ({
            detail,
            loadError: undefined,
            form:
              form !== undefined && before !== undefined
                ? rebaseForm(form, before.link, detail.link)
                : formOf(detail.link),
          })),
        onError: (thrown) => set({ loadError: toBridgeError(thrown) }),
      });
    const goNow = (row: OpenRow | null) => {
      if (row === null) {
        latest.drop();
        set(closed);
        return;
      }
      set({ ...closed, row });
      void load(row.key);
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
      send: (patch) => send({ bridge, set, get, load }, patch),
      reread: async () => {
        const { row, sending } = get();
        if (row !== undefined && !sending) await load(row.key);
      },
    };
  });
}

interface Sender {
  readonly bridge: Bridge;
  readonly set: Set;
  readonly get: Get;
  readonly load: (key: number) => Promise<void>;
}

async function send({ bridge, set, get, load }: Sender, patch: LinkPatch): Promise<void> {
  const { row, detail, form } = get();
  if (row === undefined || detail === undefined || form === undefined) return;
  const base = baseOf(detail.link);
  set({ sending: true, outcome: undefined });
  try {
    const answer = await bridge.call('links:edit', { key: row.key, patch });
    const { state, base: sentAgainst } = answer.edit;
    // What was refused stays in the form, so that it can be corrected.
    const isTaken = state === 'applied' || state === 'queued';
    set({
      detail: { ...detail, link: answer.link },
      form: isTaken ? formOf(answer.link) : rebaseForm(form, detail.link, answer.link),
    });
    // The outcome shows together with the link as it is read again.
    await load(row.key);
    set({
      sending: false,
      outcome:
        state === 'conflict'
          ? { kind: 'conflict', base: sentAgainst, now: answer.link }
          : { kind: 'answered', answer },
    });
  } catch (thrown) {
    const error = toBridgeError(thrown);
    await load(row.key);
    const now = get().detail?.link;
    const isConflict = error.code === 'link/changed-since' && now !== undefined;
    set({
      sending: false,
      outcome: isConflict ? { kind: 'conflict', base, now } : { kind: 'failed', error },
    });
  }
}
