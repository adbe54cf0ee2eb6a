import { AppError, toAppError, type ErrorCode } from '#domain/app-error';
import type { Edit, EditState } from '#domain/bulk-job';
import { baseOf, changedSince, type LinkPatch } from '#domain/link-patch';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { EditStep } from '../store/store-api';
import type { StoreClient } from '../store/store-client';
import { stopsEverything } from '../links/stops-everything';
import { judgeAccepted, judgeFailure, judgeUnknown, judgeUnread, type Verdict } from './judge-outcome';

export interface RunEditOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
}

/** A row confirmed longer ago than this is read again before its edit is sent. */
export const staleAfterMs = 5 * 60_000;

/** What an edit's end means for its job. */
export interface EditEnd {
  readonly state: EditState;
  readonly pause?: ErrorCode;
}

type Providers = RunEditOptions['providers'];

async function readRow(store: StoreClient, edit: Edit): Promise<LinkRow> {
  const [row] = await store.call('readLinks', { keys: [edit.linkKey] });
  if (row === undefined) throw new AppError('link/not-found');
  return row;
}

/** Everything stored of a row without what is local to the cache. */
function linkOf({ key: _key, pending: _pending, ...link }: LinkRow): PaymentLink {
  return link;
}

async function check(row: LinkRow, providers: Providers, signal: AbortSignal): Promise<PaymentLink> {
  const provider = await providers.of(row.connectionId);
  const checked = await provider.check({ linkId: row.linkId, reference: row.reference }, signal);
  return { ...linkOf(row), ...checked };
}

/** The texts an applied patch set: a check does not answer them. */
function textsOf(patch: LinkPatch): Partial<PaymentLink> {
  return {
    ...(patch.customerName === undefined ? {} : { customerName: patch.customerName }),
    ...(patch.orderText === undefined ? {} : { orderText: patch.orderText }),
  };
}

/** Runs one edit from `queued` or `unknown` to where it ends: every step is stored before the next is taken. */
export class EditRun {
  readonly #options: RunEditOptions;
  /** Ends what comes before the sending. */
  readonly #stop: AbortSignal;
  /** What was sent is not torn down, and neither is the look at what became of it: the outcome would be unknown for no gain. */
  readonly #untilTheEnd = new AbortController().signal;
  #edit: Edit;

  constructor(edit: Edit, options: RunEditOptions, stop: AbortSignal) {
    this.#edit = edit;
    this.#options = options;
    this.#stop = stop;
  }

  async #step(
    to: EditState,
    more: Partial<Omit<EditStep, 'editId' | 'from' | 'to' | 'at'>> = {},
  ): Promise<void> {
    const { id, state } = this.#edit;
    const at = this.#options.now();
    this.#edit = await this.#options.store.call('stepEdit', { editId: id, from: state, to, at, ...more });
  }

  async #settle(
    verdict: Verdict,
    more: Pick<EditStep, 'provider' | 'after' | 'link'> = {},
  ): Promise<EditEnd> {
    const { to, errorCode, pause } = verdict;
    if (to !== this.#edit.state)
      await this.#step(to, { ...more, ...(errorCode === undefined ? {} : { errorCode }) });
    return { state: to, ...(pause === undefined ? {} : { pause }) };
  }

  /** Sends a queued edit. `app/cancelled` when it is stopped before that: then it is still queued. */
  async send(): Promise<EditEnd> {
    let row: LinkRow | undefined;
    try {
      row = await this.#freshRow();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (stopsEverything(error)) throw error;
      const { provider } = error.details;
      return this.#settle(
        { to: 'failed', errorCode: error.code },
        provider === undefined ? {} : { provider },
      );
    }
    if (row === undefined) return { state: this.#edit.state };
    const provider = await this.#options.providers.of(row.connectionId);
    if (this.#stop.aborted) throw new AppError('app/cancelled');
    await this.#step('sending', { sends: true });
    let receipt;
    try {
      receipt = await provider.update(row, this.#edit.patch, this.#untilTheEnd);
    } catch (thrown) {
      return this.#refused(row, toAppError(thrown));
    }
    const extra = receipt.url === undefined ? {} : { url: receipt.url };
    return this.#confirm(row, (now) => judgeAccepted(this.#edit.patch, now), {
      provider: receipt.provider,
      extra: { ...extra, ...textsOf(this.#edit.patch) },
    });
  }

  /** Finds out what became of an edit that was sent without an answer. */
  async resolve(): Promise<EditEnd> {
    const row = await readRow(this.#options.store, this.#edit);
    return this.#confirm(row, (now) => judgeUnknown(this.#edit, now), { extra: textsOf(this.#edit.patch) });
  }

  /** The row to edit; undefined when it changed at the provider since the edit was made, which is a conflict now. */
  async #freshRow(): Promise<LinkRow | undefined> {
    const { store, providers, now } = this.#options;
    const row = await readRow(store, this.#edit);
    const isStale = now() - row.checkedAt > staleAfterMs;
    const link = isStale ? await check(row, providers, this.#stop) : linkOf(row);
    if (changedSince(this.#edit.base, baseOf(link)).length > 0) {
      const after = baseOf(link);
      await this.#step('conflict', { errorCode: 'link/changed-since', after, link });
      return undefined;
    }
    if (isStale) await store.call('upsertLinks', { links: [link], source: 'check' });
    return row;
  }

  async #refused(row: LinkRow, error: AppError): Promise<EditEnd> {
    const verdict = judgeFailure(error);
    const { provider } = error.details;
    const end = await this.#settle(verdict, provider === undefined ? {} : { provider });
    return verdict.to === 'unknown'
      ? this.#confirm(row, (now) => judgeUnknown(this.#edit, now), { extra: textsOf(this.#edit.patch) })
      : end;
  }

  /**
   * Reads the link again and settles the edit by what the provider now says. While nothing can be read the outcome stays unknown
   * and the job stands still; a link that alone cannot be read fails, or it would hold up the job for ever.
   */
  async #confirm(
    row: LinkRow,
    judge: (now: PaymentLink) => Verdict,
    known: { readonly provider?: EditStep['provider']; readonly extra: Partial<PaymentLink> },
  ): Promise<EditEnd> {
    const provider = known.provider === undefined ? {} : { provider: known.provider };
    let now: PaymentLink;
    try {
      now = await check(row, this.#options.providers, this.#untilTheEnd);
    } catch (thrown) {
      return this.#settle(judgeUnread(toAppError(thrown)), provider);
    }
    const verdict = judge(now);
    const link = verdict.to === 'applied' ? { ...now, ...known.extra } : now;
    return this.#settle(verdict, { ...provider, after: baseOf(now), link });
  }
}
