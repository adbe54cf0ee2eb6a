import type { StoreApi } from 'zustand/vanilla';
import type { EditAnswer, LinkDetail } from '#contract/links';
import type { BulkJob, ConflictChoice } from '#domain/bulk-job';
import type { LinkPatch } from '#domain/link-patch';
import type { Bridge } from '../../../bridge/bridge-client';
import type { BridgeError } from '../../../bridge/bridge-error';
import type { EditForm } from './edit-form';

/** A row of the table that the panel is about. */
export interface OpenRow {
  readonly index: number;
  readonly key: number;
}

/** What became of the last thing that was sent or decided. A conflict is told by the stored edit itself. */
export type EditOutcome =
  | { readonly kind: 'answered'; readonly answer: EditAnswer }
  | { readonly kind: 'failed'; readonly error: BridgeError }
  /** The waiting edit was given up before it was sent. */
  | { readonly kind: 'dropped' }
  /** The provider's values stay. */
  | { readonly kind: 'theirs-kept' }
  /** What the link has become does not allow ours; the conflict stays. */
  | { readonly kind: 'refused' };

export interface EditorState {
  readonly row: OpenRow | undefined;
  readonly detail: LinkDetail | undefined;
  /** The job of the link's open edit, once it is read. */
  readonly job: BulkJob | undefined;
  readonly loadError: BridgeError | undefined;
  readonly form: EditForm | undefined;
  readonly sending: boolean;
  /** Something about the open edit is being decided. */
  readonly deciding: boolean;
  /** Somebody has asked for the waiting edit to be sent now. */
  readonly tried: boolean;
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
  /** Sends the waiting edit now instead of when its provider answers again. */
  sendNow(): Promise<void>;
  /** Gives the waiting edit up. */
  drop(): Promise<void>;
  /** Decides the edit that is in conflict. */
  decide(choice: ConflictChoice): Promise<void>;
  /** Reads the link again, because the cache changed; fields without unsent changes follow. */
  reread(): Promise<void>;
  /** A job has changed: the open edit may be one of its. */
  takeJob(job: BulkJob): void;
}

/** What the editor's actions work with. */
export interface EditorTools {
  readonly bridge: Bridge;
  readonly set: StoreApi<EditorState>['setState'];
  readonly get: StoreApi<EditorState>['getState'];
  readonly load: (key: number) => Promise<void>;
}
