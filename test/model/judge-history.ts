import type { Edit } from '#domain/bulk-job';
import { changedSince } from '#domain/link-patch';
import { statusFromWord, type LinkRow } from '#domain/payment-link';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import { holds, isKnownUndone, isTelling, isSent, isVisible, requestsOf, type Request } from './requests-of';
import type { WorldEvent } from './world-events';

type Stepped = Extract<WorldEvent, { kind: 'stepped' }>;

interface History {
  readonly events: readonly WorldEvent[];
  readonly requests: readonly Request[];
  readonly steps: readonly { readonly step: Stepped; readonly index: number }[];
}

/** A row older than this is read again before its edit is sent. */
const staleAfterMs = 5 * 60_000;

/** What must hold of all that was sent and done. Answers what does not, in words. */
export function judgeHistory(
  events: readonly WorldEvent[],
  end: { readonly rows: readonly LinkRow[]; readonly link: (row: LinkRow) => GatewayLink | undefined },
): readonly string[] {
  const steps = events.flatMap((step, index) => (step.kind === 'stepped' ? [{ step, index }] : []));
  const history = { events, requests: requestsOf(events), steps };
  return [
    ...strayUpdates(history),
    ...repeatedUpdates(history),
    ...blindSendings(history),
    ...unprovenSuccess(history),
    ...deniedSuccess(history),
    ...disownedSuccess(history),
    ...wrongUndo(history),
    ...end.rows.flatMap((row) => wrongCache(history, row, end.link(row))),
  ];
}

function nameOf(edit: Edit): string {
  return `edit ${edit.jobId}/${String(edit.id)} of ${edit.linkId}`;
}

/** Every update belongs to an edit that the store has as `sending`, and carries its values and no others. */
function strayUpdates({ requests }: History): readonly string[] {
  return requests.flatMap(({ sent }) => {
    if (!sent.isUpdate) return [];
    if (sent.edit === undefined)
      return [`${sent.label} updates ${sent.linkId} while no edit of it is sending`];
    return isSent(sent.edit.patch, sent.fields)
      ? []
      : [`${sent.label} sends other values than ${nameOf(sent.edit)} has`];
  });
}

/** An update that may have arrived is followed by another of the same edit only after a look that shows it undone. */
function repeatedUpdates({ requests, steps }: History): readonly string[] {
  const updates = requests.filter(({ sent }) => sent.isUpdate && sent.edit !== undefined);
  return [...Map.groupBy(updates, ({ sent }) => sent.edit?.id)].flatMap(([id, ofEdit]) =>
    ofEdit.flatMap((again, position) => {
      const before = ofEdit.slice(0, position).findLast((each) => !isKnownUndone(each));
      const { edit } = again.sent;
      if (before === undefined || edit === undefined) return [];
      const isBetween = (index: number) => index > before.sentAt && index < again.sentAt;
      // What a check cannot show is sent again only when the user asks for it.
      const wasGivenUp = steps.some(
        ({ step, index }) => step.edit.id === id && step.to === 'failed' && isBetween(index),
      );
      const looks = requests.filter(
        (each) =>
          isTelling(each) &&
          each.sent.linkId === edit.linkId &&
          each.sentAt > before.sentAt &&
          each.executedAt < again.sentAt,
      );
      const last = looks.at(-1);
      if (!isVisible(edit.patch) && wasGivenUp) return [];
      if (last !== undefined && isVisible(edit.patch) && !holds(last.executed?.link, edit.patch)) return [];
      const seen = isVisible(edit.patch)
        ? 'although it was seen to hold'
        : 'which no look can show to be undone';
      const why = last === undefined ? 'without a look' : seen;
      return [`${again.sent.label} sends ${nameOf(edit)} again after ${before.sent.label} ${why}`];
    }),
  );
}

/** Nothing is sent for a row that is too old, or that is known to differ from what the edit was made against. */
function blindSendings({ events, requests, steps }: History): readonly string[] {
  return steps.flatMap(({ step: { edit, to, row, at }, index }) => {
    const next = steps.find((each) => each.step.edit.id === edit.id && each.index > index)?.index ?? Infinity;
    const isSending = requests.some(
      ({ sent, sentAt }) => sent.isUpdate && sent.edit?.id === edit.id && sentAt > index && sentAt < next,
    );
    // An edit may also go there to be looked at, when it was sent before.
    if (to !== 'sending' || !isSending) return [];
    if (row === undefined) return [`${nameOf(edit)} is sent without its row`];
    const apart = changedSince(edit.base, row);
    if (apart.length > 0)
      return [`${nameOf(edit)} is sent although ${apart.join()} changed since (at ${String(index)})`];
    const age = at - row.checkedAt;
    // A clock that jumped while the row was looked at is nobody's fault.
    const sinceCalm = events.slice(0, index).findLastIndex(({ kind }) => kind === 'stood-still');
    const hasJumped = events.slice(sinceCalm + 1, index).some(({ kind }) => kind === 'jumped');
    return age > staleAfterMs + 10_000 && !hasJumped
      ? [`${nameOf(edit)} is sent over a row that is ${String(Math.round(age / 60_000))} minutes old`]
      : [];
  });
}

function sendsBefore({ requests }: History, edit: Edit, index: number): readonly Request[] {
  return requests.filter(({ sent, sentAt }) => sent.isUpdate && sent.edit?.id === edit.id && sentAt < index);
}

/** `applied` is said only after a look, later than the sending, that shows the values. */
function unprovenSuccess(history: History): readonly string[] {
  return history.steps.flatMap(({ step: { edit, to }, index }) => {
    if (to !== 'applied') return [];
    const sends = sendsBefore(history, edit, index);
    // It may have died between the step and the sending.
    const begun = history.steps.findLast(
      (each) => each.step.edit.id === edit.id && each.step.to === 'sending' && each.index < index,
    );
    if (begun === undefined) return [`${nameOf(edit)} is applied and was never sent`];
    const since = Math.max(begun.index, sends.at(-1)?.sentAt ?? 0);
    if (!isVisible(edit.patch)) {
      // A check shows no texts: that the provider says so is all there is.
      const isSaid = sends.some(
        ({ executed, executedAt }) => executed?.code === '78000' && executedAt < index,
      );
      return isSaid ? [] : [`${nameOf(edit)} is applied and the provider never said so`];
    }
    const isSeen = history.requests.some(
      (each) =>
        isTelling(each) &&
        each.sent.linkId === edit.linkId &&
        each.sentAt > since &&
        each.executedAt < index &&
        holds(each.executed?.link, edit.patch),
    );
    return isSeen ? [] : [`${nameOf(edit)} is applied and nobody saw it (at ${String(index)})`];
  });
}

/** An update that was done is never called a plain failure. */
function deniedSuccess(history: History): readonly string[] {
  const open: readonly (string | undefined)[] = ['provider/outcome-unknown', 'provider/not-applied'];
  return history.steps.flatMap(({ step: { edit, from, to }, index }) => {
    if (from !== 'sending' || to !== 'failed' || open.includes(edit.errorCode)) return [];
    const last = sendsBefore(history, edit, index).at(-1);
    const isDone = last?.executed?.isDone === true && last.executedAt < index;
    return isDone ? [`${nameOf(edit)} failed as ${String(edit.errorCode)} and was done`] : [];
  });
}

/** What was done by an edit and seen to hold is its own success, whoever else might have done it. */
function disownedSuccess(history: History): readonly string[] {
  return history.steps.flatMap(({ step: { edit, to }, index }) => {
    if ((to !== 'skipped' && to !== 'conflict') || !isVisible(edit.patch)) return [];
    const done = sendsBefore(history, edit, index).findLast(({ executed }) => executed?.isDone === true);
    const look = history.requests.findLast(
      (each) => isTelling(each) && each.sent.linkId === edit.linkId && each.executedAt < index,
    );
    if (done === undefined || look === undefined || look.sentAt < done.sentAt) return [];
    const isSeen = look.executedAt > done.executedAt && holds(look.executed?.link, edit.patch);
    return isSeen ? [`${nameOf(edit)} is ${to} although it was done and seen (at ${String(index)})`] : [];
  });
}

/** An undo is planned only for links that still hold what the job set. */
function wrongUndo({ events }: History): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'undo-planned') return [];
    return event.undone
      .filter(({ was, row }) => was.state !== 'applied' || !rowHolds(row, was))
      .map(({ was }) => `the undo touches ${nameOf(was)}, which was changed since`);
  });
}

function rowHolds(row: LinkRow, { patch }: Edit): boolean {
  const second = (at: number) => Math.floor(at / 1000);
  const isOpen = row.status === 'open' || row.status === 'expired';
  return (
    (patch.status === undefined || (patch.status === 'open' ? isOpen : row.status === 'closed')) &&
    (patch.expiresAt === undefined || second(patch.expiresAt) === second(row.expiresAt ?? -1)) &&
    (patch.amount === undefined || patch.amount.amountMinor === row.amount?.amountMinor) &&
    (patch.orderText === undefined || patch.orderText === row.orderText) &&
    (patch.customerName === undefined || patch.customerName === row.customerName)
  );
}

function isChangeOf(event: WorldEvent, linkId: string): boolean {
  if (event.kind === 'outside') return event.linkId === linkId;
  if (event.kind !== 'executed' || event.request.link?.id !== linkId) return false;
  return event.request.isDone || event.request.struck.includes('changedBefore');
}

/** Steps that follow a look at the link: what was seen is stored with them. */
function isTold({ to, edit }: Stepped): boolean {
  return (
    to === 'applied' || to === 'conflict' || (to === 'failed' && edit.errorCode === 'provider/not-applied')
  );
}

/** What the provider last told of a link when an edit of it settled is what the cache has, unless it changed after that. */
function wrongCache(
  { events, requests, steps }: History,
  row: LinkRow,
  link: GatewayLink | undefined,
): readonly string[] {
  const { linkId } = row;
  const told = steps.findLast(({ step }) => step.edit.linkId === linkId && isTold(step));
  if (told === undefined || link === undefined) return [];
  const look = requests.findLast(
    (each) => isTelling(each) && each.sent.linkId === linkId && each.executedAt < told.index,
  );
  const changed = events.findLastIndex((event) => isChangeOf(event, linkId));
  if (look === undefined || changed > look.executedAt) return [];
  const isSame =
    row.providerStatus === link.status &&
    row.expiresAt === link.expiresAt &&
    row.amount?.amountMinor === link.amountMinor &&
    (row.status === statusFromWord(link.status, link.expiresAt, row.checkedAt) || row.status === 'expired');
  const cached = `${row.providerStatus} ${String(row.expiresAt)} ${String(row.amount?.amountMinor)}`;
  const held = `${link.status} ${String(link.expiresAt)} ${String(link.amountMinor)}`;
  return isSame ? [] : [`link ${linkId} is cached as ${cached} and is ${held}`];
}
