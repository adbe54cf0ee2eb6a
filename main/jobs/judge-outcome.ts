import type { AppError, ErrorCode } from '#domain/app-error';
import { weigh } from '#domain/breaker';
import type { Edit } from '#domain/bulk-job';
import type { EditState } from '#domain/edit-state';
import { changedSince, holdsPatch, type EditBase, type LinkPatch } from '#domain/link-patch';

/** Where an edit goes, and by which reason. */
export interface Verdict {
  readonly to: EditState;
  readonly errorCode?: ErrorCode;
}

/** How often an edit may be sent in all before it counts as failed; by hand it can be sent again after that. */
export const maxTries = 3;

/** Failures of an update that leave open whether it took effect: also what nobody foresaw, which may come after the sending. */
const leavesOpen: ReadonlySet<ErrorCode> = new Set([
  'provider/outcome-unknown',
  'provider/answer-not-genuine',
  'provider/answer-unreadable',
  'provider/server-error',
  'provider/timeout',
  'app/unexpected',
]);

/** Judges a refused or unanswered update. No I/O, no clock. */
export function judgeFailure(error: AppError): Verdict {
  const { code } = error;
  // Given up while it waited for its turn: certainly not sent, and nobody's failure.
  if (code === 'app/cancelled') return { to: 'queued' };
  if (leavesOpen.has(code)) return { to: 'unknown', errorCode: code };
  // Certainly not done, and not because of the link: it can be sent again.
  if (weigh(error) === 'breaks' || code === 'provider/rate-limited') return { to: 'queued', errorCode: code };
  return { to: 'failed', errorCode: code };
}

/** Whether a check can show that a patch took effect: a check answers no customer name and no order text. */
export function isVisibleInCheck(patch: LinkPatch): boolean {
  const { status, expiresAt, amount, reference, tags } = patch;
  return [status, expiresAt, amount, reference, tags].some((value) => value !== undefined);
}

/** Whether a check can show that the whole patch holds: what it does not answer cannot be seen to hold. */
function isWhollyVisible(patch: LinkPatch): boolean {
  return patch.customerName === undefined && patch.orderText === undefined;
}

/**
 * Judges an edit against the link as it is now, before anything is sent; undefined: it may be sent. Somebody who has set just
 * our values meanwhile has done our work.
 */
export function judgeFresh(edit: Pick<Edit, 'patch' | 'base'>, now: EditBase): Verdict | undefined {
  const changed = changedSince(edit.base, now);
  if (changed.length === 0) return undefined;
  const isOurs = changed.every((field) => edit.patch[field] !== undefined);
  return isOurs && isWhollyVisible(edit.patch) && holdsPatch(now, edit.patch)
    ? { to: 'skipped', errorCode: 'link/already-so' }
    : { to: 'conflict', errorCode: 'link/changed-since' };
}

/**
 * Judges an accepted update by what the provider says of the link now: an answer of success alone proves nothing. For texts,
 * which no check answers, the genuine answer of success is all there is.
 */
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
