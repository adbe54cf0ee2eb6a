import type { BulkVerb } from '#domain/bulk-job';
import { capabilitiesOf, judgeText, type TextProblem } from '#domain/capability';
import type { CurrencySum } from '#domain/link-filter';
import { parseAmount, type AmountProblem } from '#domain/money';
import type { ProviderId } from '#domain/provider';
import {
  firstExpiryDraft,
  readExpiry,
  type ExpiryContext,
  type ExpiryDraft,
  type ExpiryProblem,
} from './expiry-draft';

/** What can be asked of many links, in the order it is offered. */
export const bulkVerbs = [
  'set-expiry',
  'close',
  'reopen',
  'set-amount',
  'set-order-text',
] as const satisfies readonly BulkVerb['verb'][];

/** What stands in the form; what was typed for one verb is kept while the user looks at another. */
export interface BulkDraft {
  readonly verb: BulkVerb['verb'];
  readonly expiry: ExpiryDraft;
  /** As typed, in major units. */
  readonly amount: string;
  /** Undefined until the user chose one: then the selection's most frequent currency is meant. */
  readonly currency: string | undefined;
  readonly orderText: string;
}

/** What a field changes. Changes are merged where the form is kept: leaving one field may tell of it together with the next. */
export type DraftPart = Partial<Omit<BulkDraft, 'expiry'>> & { readonly expiry?: Partial<ExpiryDraft> };

export function changeDraft(draft: BulkDraft, { expiry, ...part }: DraftPart): BulkDraft {
  return { ...draft, ...part, expiry: { ...draft.expiry, ...expiry } };
}

export type DraftProblem =
  | ExpiryProblem
  /** No provider of the links can do it. */
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'currency-missing' }
  | { readonly kind: 'amount'; readonly problem: AmountProblem }
  | { readonly kind: 'amount-zero' }
  | { readonly kind: 'amount-too-large' }
  | { readonly kind: 'text-empty' }
  | { readonly kind: 'text'; readonly problem: TextProblem };

export type ReadDraft =
  { readonly ok: true; readonly change: BulkVerb } | { readonly ok: false; readonly problem: DraftProblem };

export interface DraftContext extends ExpiryContext {
  /** Those the connections belong to: a value that none of them takes is refused while it is typed. */
  readonly providers: readonly ProviderId[];
  /** Currencies of the selection. */
  readonly currencies: readonly CurrencySum[];
}

export function firstDraft(verb: BulkVerb['verb'], now: number, zone: string): BulkDraft {
  return { verb, expiry: firstExpiryDraft(now, zone), amount: '', currency: undefined, orderText: '' };
}

/** The currency a new amount is in: the chosen one while the selection has it, else its most frequent one. */
export function currencyOf(draft: BulkDraft, currencies: readonly CurrencySum[]): string | undefined {
  if (currencies.some(({ currency }) => currency === draft.currency)) return draft.currency;
  return [...currencies].sort((a, b) => b.count - a.count)[0]?.currency;
}

/** The change a form asks for, or what is wrong with it. */
export function readDraft(draft: BulkDraft, context: DraftContext): ReadDraft {
  switch (draft.verb) {
    case 'set-expiry': {
      const read = readExpiry(draft.expiry, context);
      return read.ok ? { ok: true, change: { verb: 'set-expiry', expiry: read.expiry } } : read;
    }
    case 'close':
    case 'reopen':
      return { ok: true, change: { verb: draft.verb } };
    case 'set-amount':
      return readAmount(draft, context);
    case 'set-order-text':
      return readOrderText(draft, context);
  }
}

const wrong = (problem: DraftProblem): ReadDraft => ({ ok: false, problem });

/** What the providers that can set a field can do; where none can, the plan says so row by row. */
function capable(providers: readonly ProviderId[], field: 'amount' | 'orderText') {
  return providers.map((id) => capabilitiesOf[id]).filter(({ edit }) => edit[field]);
}

function readAmount(draft: BulkDraft, { providers, currencies }: DraftContext): ReadDraft {
  const currency = currencyOf(draft, currencies);
  if (currency === undefined) return wrong({ kind: 'currency-missing' });
  const read = parseAmount(draft.amount, currency);
  if (!read.ok) return wrong({ kind: 'amount', problem: read.problem });
  if (read.money.amountMinor === 0) return wrong({ kind: 'amount-zero' });
  const limits = capable(providers, 'amount').map(({ maxAmountMinor }) => maxAmountMinor);
  if (limits.length > 0 && read.money.amountMinor > Math.max(...limits)) {
    return wrong({ kind: 'amount-too-large' });
  }
  return { ok: true, change: { verb: 'set-amount', amount: read.money } };
}

function readOrderText({ orderText }: BulkDraft, { providers }: DraftContext): ReadDraft {
  const text = orderText.trim();
  if (text === '') return wrong({ kind: 'text-empty' });
  const problems = capable(providers, 'orderText').map((provider) =>
    judgeText(text, provider.text.orderText),
  );
  const [first] = problems;
  if (first !== undefined && problems.every((problem) => problem !== undefined)) {
    return wrong({ kind: 'text', problem: first });
  }
  return { ok: true, change: { verb: 'set-order-text', orderText: text } };
}
