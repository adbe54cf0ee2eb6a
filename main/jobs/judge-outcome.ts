import type { AppError, ErrorCode } from '#domain/app-error';
import type { Edit, EditState } from '#domain/bulk-job';
import { holdsPatch, type EditBase, type LinkPatch } from '#domain/link-patch';
import { stopsEverything } from '../links/stops-everything';

/** What follows from a try: where the edit goes, and whether the whole job should stand still. */
export interface Verdict {
  readonly to: EditState;
  readonly errorCode?: ErrorCode;
  /** The job pauses with this reason: every further edit would meet it too. */
  readonly pause?: ErrorCode;
}

/** How often an edit may be sent in all before it counts as failed. */
export const maxTries = 3;

/** Failures of an update that leave open whether it took effect: also what nobody foresaw, which may come after the sending. */
const leavesOpen: ReadonlySet<ErrorCode> = new Set([
  'provider/outcome-unknown',
  'provider/answer-not-genuine',
  'provider/server-error',
  'provider/timeout',
  'app/unexpected',
]);

/** Judges a refused or unanswered update. No I/O, no clock. */
export function judgeFailure(error: AppError): Verdict {
  if (leavesOpen.has(error.code)) return { to: 'unknown', errorCode: error.code };
  // Certainly not sent, or refused for the whole account: the edit waits while the job stands still.
  if (stopsEverything(error)) return { to: 'queued', errorCode: error.code, pause: error.code };
  return { to: 'failed', errorCode: error.code };
}

/** Judges an update whose link could not be read again. */
export function judgeUnread(error: AppError): Verdict {
  const errorCode = 'provider/outcome-unknown';
  return stopsEverything(error)
    ? { to: 'unknown', errorCode, pause: error.code }
    : { to: 'failed', errorCode };
}

/** Whether a check can show that a patch took effect: a check answers no customer name and no order text. */
export function isVisibleInCheck(patch: LinkPatch): boolean {
  return patch.status !== undefined || patch.expiresAt !== undefined || patch.amount !== undefined;
}

/** Judges an accepted update by what the provider says of the link now: an answer of success alone proves nothing. */
export function judgeAccepted(patch: LinkPatch, now: EditBase): Verdict {
  return holdsPatch(now, patch) ? { to: 'applied' } : { to: 'failed', errorCode: 'provider/not-applied' };
}

/**
 * Judges an update without an answer by what the provider says of the link now. It is never sent again blindly: only when the
 * link visibly does not hold the values, and only so often.
 */
export function judgeUnknown(edit: Pick<Edit, 'patch' | 'tries'>, now: EditBase): Verdict {
  if (!isVisibleInCheck(edit.patch)) return { to: 'failed', errorCode: 'provider/outcome-unknown' };
  if (holdsPatch(now, edit.patch)) return { to: 'applied' };
  return edit.tries < maxTries
    ? { to: 'queued', errorCode: 'provider/outcome-unknown' }
    : { to: 'failed', errorCode: 'provider/outcome-unknown' };
}
