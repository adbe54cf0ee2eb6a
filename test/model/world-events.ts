import type { BulkJob, Edit } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';
import type { LinkRow } from '#domain/payment-link';
import type { LoggedRequest } from '../../main/practice-gateway/request-log';

/** What happened in a world, in the order it happened. Judged by `judge-history.ts`. */
export type WorldEvent =
  /** A step that the store took. `row` is the cached link right before it. */
  | {
      readonly kind: 'stepped';
      readonly edit: Edit;
      readonly from: EditState;
      readonly to: EditState;
      readonly row: LinkRow | undefined;
      readonly at: number;
    }
  /** A request handed to the network. */
  | {
      readonly kind: 'sent';
      readonly label: string;
      readonly isUpdate: boolean;
      readonly linkId: string;
      readonly fields: Readonly<Record<string, string>>;
      /** Of an update: the edit of the link that is `sending` by then. */
      readonly edit: Edit | undefined;
    }
  /** The gateway is done with a request; maybe its sender is not there any more. */
  | { readonly kind: 'executed'; readonly request: LoggedRequest }
  /** The sender learned how it ended. */
  | { readonly kind: 'ended'; readonly label: string; readonly how: 'answered' | 'refused' | 'broken' }
  /** Somebody else changed a link at the gateway. */
  | { readonly kind: 'outside'; readonly linkId: string }
  /** An undo was planned: what it would change, and the rows by then. */
  | {
      readonly kind: 'undo-planned';
      readonly of: BulkJob;
      readonly undone: readonly { readonly was: Edit; readonly row: LinkRow }[];
    }
  | { readonly kind: 'jumped' }
  | { readonly kind: 'stood-still' };

/** Writes the history of one link in lines, to read after a failure. */
export function tellHistory(events: readonly WorldEvent[], linkId?: string): string {
  return events
    .flatMap((event, index) => {
      const told = tell(event);
      return told !== undefined &&
        (linkId === undefined || told.includes(linkId) || /^(jump|stood)/.test(told))
        ? [`${String(index).padStart(4)} ${told}`]
        : [];
    })
    .join('\n');
}

function tell(event: WorldEvent): string | undefined {
  switch (event.kind) {
    case 'stepped': {
      const { edit, from, to } = event;
      const why = edit.errorCode === undefined ? '' : ` (${edit.errorCode})`;
      return `${edit.jobId}/${String(edit.id)} of ${edit.linkId}: ${from} -> ${to}${why}`;
    }
    case 'sent':
      return `sent ${event.label} ${event.isUpdate ? 'update' : 'check'} ${event.linkId} ${JSON.stringify(event.fields)}`;
    case 'executed': {
      const { label, command, code, struck, link, isDone } = event.request;
      const state =
        link === undefined ? '' : ` -> ${link.status} ${String(link.expiresAt)} ${String(link.amountMinor)}`;
      return `gateway ${label ?? '?'} ${command ?? '?'} ${code ?? '-'} [${struck.join()}] ${isDone ? 'DONE' : ''} ${link?.id ?? ''}${state}`;
    }
    case 'ended':
      return undefined;
    case 'outside':
      return `outside change of ${event.linkId}`;
    case 'undo-planned':
      return `undo of ${event.of.id} planned for ${event.undone.map(({ row }) => row.linkId).join()}`;
    case 'jumped':
      return 'jumped';
    case 'stood-still':
      return 'stood still';
  }
}
