import { AppError, isAppError, toAppError } from '#domain/app-error';
import { weigh } from '#domain/breaker';
import type { Edit } from '#domain/bulk-job';
import { baseOf, holdsPatch, type LinkPatch } from '#domain/link-patch';
import type { Instant } from '#domain/instant';
import type { CheckedLink, LinkRow, PaymentLink } from '#domain/payment-link';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { UpdateReceipt } from '../providers/payment-provider';
import type { EditStep } from '../store/store-api';
import type { StoreClient } from '../store/store-client';
import {
  isVisibleInCheck,
  judgeAccepted,
  judgeFailure,
  judgeFresh,
  judgeUnknown,
  type Verdict,
} from './judge-outcome';
import type { SendGate } from './send-gate';

export interface RunEditOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
}

/** A row confirmed longer ago than this is read again before its edit is sent. */
export const staleAfterMs = 5 * 60_000;

/** Clocks of one computer are no further apart than this, unless they were set. */
const clockSlackMs = 60_000;

/** What waited longer for its turn is looked at anew before it is sent: the computer may have slept meanwhile. */
const longestTurnMs = 60_000;

export interface EditRunOptions extends RunEditOptions {
  /** A row confirmed before this moment is read again too: what has waited must not overwrite what changed meanwhile. */
  readonly freshSince: Instant;
}

/** Where a run of an edit left it. */
export interface EditEnd {
  /** As it is stored now. */
  readonly edit: Edit;
  /** What went wrong on the way and may be more than this link's own affair. */
  readonly trouble?: AppError;
  /** How it settles once it is known that the trouble was this link's alone; until then it stays as it is. */
  readonly ifAlone?: Verdict;
}

/** What goes with a step besides its states. */
type StepDetail = Pick<EditStep, 'provider' | 'after' | 'link' | 'sends'>;

/** Everything stored of a row without what is local to the cache. */
function linkOf({ key: _key, pending: _pending, conflict: _conflict, ...link }: LinkRow): PaymentLink {
  return link;
}

/** What a check tells the cache, and nothing else: the row may know more by now than when it was read. */
function toldOf({ connectionId }: LinkRow, checked: CheckedLink): PaymentLink {
  return { ...checked, connectionId };
}

/** The texts an applied patch set: a check does not answer them. */
function textsOf(patch: LinkPatch): Partial<PaymentLink> {
  return {
    ...(patch.customerName === undefined ? {} : { customerName: patch.customerName }),
    ...(patch.orderText === undefined ? {} : { orderText: patch.orderText }),
  };
}

function saidBy({ details }: AppError): Pick<StepDetail, 'provider'> {
  return details.provider === undefined ? {} : { provider: details.provider };
}

/** Whether an edit was sent, and nobody has read since what the link is now. */
function wasSentUnseen({ sentAt, patch }: Edit, row: LinkRow): boolean {
  return sentAt !== undefined && row.checkedAt < sentAt && isVisibleInCheck(patch);
}

/** Runs one edit from `queued` or `unknown` to where it ends: every step is stored before the next is taken. */
export class EditRun {
  readonly #options: EditRunOptions;
  readonly #gate: SendGate;
  /** The look at what became of something sent is not given up: the outcome would be unknown for no gain. */
  readonly #untilTheEnd = new AbortController().signal;
  #edit: Edit;

  constructor(edit: Edit, options: EditRunOptions, gate: SendGate) {
    this.#edit = edit;
    this.#options = options;
    this.#gate = gate;
  }

  /**
   * Sends a queued edit. `app/cancelled` when the gate shuts before that: then it is still queued. Other failures thrown are no
   * edit's own; `edit-moved` as their reason: somebody else has taken the edit meanwhile.
   */
  async send(): Promise<EditEnd> {
    const row = await this.#readRow();
    if (row === undefined) return this.#settle({ to: 'failed', errorCode: 'link/not-found' });
    if (wasSentUnseen(this.#edit, row)) return this.#lookAgain(row);
    const { now, freshSince } = this.#options;
    const judgedAt = now();
    // A moment that is yet to come was written down by a clock that was ahead: nobody knows how old the row is.
    const isFromAhead = row.checkedAt > judgedAt + clockSlackMs;
    // All tags are sent at once: those that somebody else has added since would be lost.
    const isStale =
      isFromAhead ||
      this.#edit.patch.tags !== undefined ||
      row.checkedAt < Math.max(freshSince, judgedAt - staleAfterMs);
    let checked: CheckedLink | undefined;
    try {
      if (isStale) checked = await this.#check(row, this.#gate.signal);
    } catch (thrown) {
      return this.#unchecked(toAppError(thrown));
    }
    const link = { ...linkOf(row), ...checked };
    const told = checked === undefined ? undefined : toldOf(row, checked);
    const verdict = judgeFresh(this.#edit, link);
    if (verdict !== undefined) return this.#settleUnsent(verdict, link, told);
    if (told !== undefined) await this.#options.store.call('upsertLinks', { links: [told], source: 'check' });
    return this.#update(row, judgedAt);
  }

  /** Settles an edit that need not or must not be sent. Was it sent before, it has taken effect after all. */
  async #settleUnsent(verdict: Verdict, link: PaymentLink, told: PaymentLink | undefined): Promise<EditEnd> {
    const detail = { after: baseOf(link, this.#edit.patch), ...(told === undefined ? {} : { link: told }) };
    if (verdict.to !== 'skipped' || this.#edit.sentAt === undefined) return this.#settle(verdict, detail);
    await this.#step({ to: 'sending' });
    return this.#settle({ to: 'applied' }, detail);
  }

  /** Finds out what became of an edit that was sent without an answer. */
  async resolve(): Promise<EditEnd> {
    const row = await this.#readRow();
    if (row === undefined) return this.#settle({ to: 'failed', errorCode: 'provider/outcome-unknown' });
    return this.#confirm(row, { judge: (now) => judgeUnknown(this.#edit, now) });
  }

  /**
   * The user tries an edit again whose outcome nobody could look up: that comes first. Seen not to hold, it waits to be sent,
   * however often it was sent before.
   */
  async #lookAgain(row: LinkRow): Promise<EditEnd> {
    await this.#step({ to: 'sending' });
    return this.#confirm(row, {
      judge: (now) => ({ to: holdsPatch(now, this.#edit.patch) ? 'applied' : 'queued' }),
    });
  }

  async #readRow(): Promise<LinkRow | undefined> {
    const [row] = await this.#options.store.call('readLinks', { keys: [this.#edit.linkKey] });
    return row;
  }

  async #check(row: LinkRow, signal: AbortSignal): Promise<CheckedLink> {
    const provider = await this.#options.providers.of(row.connectionId);
    return provider.check({ linkId: row.linkId, reference: row.reference }, signal);
  }

  async #step({ to, errorCode }: Verdict, detail: StepDetail = {}): Promise<void> {
    const { id, state } = this.#edit;
    const reason = errorCode === undefined ? {} : { errorCode };
    const at = this.#options.now();
    const step = { editId: id, from: state, to, at, ...reason, ...detail };
    this.#edit = await this.#options.store.call('stepEdit', step);
  }

  async #settle(verdict: Verdict, detail: StepDetail = {}): Promise<EditEnd> {
    if (verdict.to !== this.#edit.state) await this.#step(verdict, detail);
    return { edit: this.#edit };
  }

  /** The row could not be read before the sending: nothing was sent. */
  async #unchecked(error: AppError): Promise<EditEnd> {
    if (error.code === 'app/cancelled') throw error;
    const ifAlone: Verdict = { to: 'failed', errorCode: error.code };
    if (weigh(error) === 'own') return this.#settle(ifAlone, saidBy(error));
    return { edit: this.#edit, trouble: error, ifAlone };
  }

  async #update(row: LinkRow, judgedAt: Instant): Promise<EditEnd> {
    const answer = await this.#sendOff(row, judgedAt);
    if (answer === 'to-judge-anew') return this.send();
    if (isAppError(answer)) return this.#refused(row, answer);
    return this.#confirm(row, {
      judge: (now) => judgeAccepted(this.#edit.patch, now),
      provider: answer.provider,
      ...(answer.url === undefined ? {} : { url: answer.url }),
    });
  }

  /** Sends in its turn; what the provider threw is answered, everything else is thrown on. */
  async #sendOff(row: LinkRow, judgedAt: Instant): Promise<UpdateReceipt | AppError | 'to-judge-anew'> {
    const provider = await this.#options.providers.of(row.connectionId);
    const leave = await this.#gate.enter();
    try {
      if (this.#options.now() - judgedAt > longestTurnMs) return 'to-judge-anew';
      try {
        await this.#step({ to: 'sending' }, { sends: true });
      } catch (thrown) {
        // While it waited for its turn a refresh, say, has told what the link is now.
        if (isAppError(thrown) && thrown.details.reason === 'link-moved') return 'to-judge-anew';
        throw thrown;
      }
      // Stored as sent, so it is sent: the signal only ends the wait between two tries.
      const signal = this.#gate.signal.aborted ? this.#untilTheEnd : this.#gate.signal;
      return await provider.update(row, this.#edit.patch, signal).catch((thrown: unknown) => {
        const error = toAppError(thrown);
        // Before anything is awaited: whoever waits at the gate must not run into the same refusal.
        this.#gate.note(error);
        return error;
      });
    } finally {
      leave();
    }
  }

  async #refused(row: LinkRow, error: AppError): Promise<EditEnd> {
    const verdict = judgeFailure(error);
    await this.#step(verdict, saidBy(error));
    if (error.code === 'app/cancelled') throw error;
    if (verdict.to === 'unknown') {
      return this.#confirm(row, { judge: (now) => judgeUnknown(this.#edit, now), trouble: error });
    }
    const ifAlone: Verdict = { to: 'failed', errorCode: error.code };
    return { edit: this.#edit, trouble: error, ...(verdict.to === 'queued' ? { ifAlone } : {}) };
  }

  /**
   * Reads the link again and settles the edit by what the provider now says. Without a word about the link the outcome stays
   * unknown; a refusal that is the link's own settles it, or it would hold up the job for ever.
   */
  async #confirm(
    row: LinkRow,
    known: {
      readonly judge: (now: PaymentLink) => Verdict;
      readonly provider?: UpdateReceipt['provider'];
      readonly url?: string;
      /** What the sending met. */
      readonly trouble?: AppError;
    },
  ): Promise<EditEnd> {
    const { judge, url, trouble } = known;
    const said = known.provider === undefined ? {} : { provider: known.provider };
    let checked: CheckedLink;
    try {
      checked = await this.#check(row, this.#untilTheEnd);
    } catch (thrown) {
      return this.#unread(toAppError(thrown), said);
    }
    const now = { ...linkOf(row), ...checked };
    const verdict = judge(now);
    const set = { ...(url === undefined ? {} : { url }), ...textsOf(this.#edit.patch) };
    const told = toldOf(row, checked);
    const link = verdict.to === 'applied' ? { ...told, ...set } : told;
    const { edit } = await this.#settle(verdict, { ...said, after: baseOf(now, this.#edit.patch), link });
    if (verdict.to === 'applied') return { edit };
    const met = verdict.errorCode === 'provider/not-applied' ? new AppError(verdict.errorCode) : trouble;
    return { edit, ...(met === undefined ? {} : { trouble: met }) };
  }

  async #unread(error: AppError, said: Pick<StepDetail, 'provider'>): Promise<EditEnd> {
    const errorCode = 'provider/outcome-unknown';
    const ifAlone: Verdict = { to: 'failed', errorCode };
    if (weigh(error) === 'own') return this.#settle(ifAlone, { ...saidBy(error), ...said });
    await this.#settle({ to: 'unknown', errorCode }, said);
    return { edit: this.#edit, trouble: error, ifAlone };
  }
}
