import type { ProviderId } from './provider';

/** The fields of a link an edit may name. */
export const editableFields = [
  'status',
  'expiresAt',
  'amount',
  'customerName',
  'orderText',
  /** Ahrvo's nickname, which is this desk's reference of its links. APS's reference never changes. */
  'reference',
  'tags',
] as const;
export type EditableField = (typeof editableFields)[number];

/** What a provider's text field takes: length in characters, and the symbols allowed beside letters, digits and spaces. */
export interface TextRule {
  readonly maxLength: number;
  /** `any` lets every character pass that is no control character. */
  readonly symbols: string;
  readonly digits: boolean;
}

/** The text fields of a link that an edit replaces as they are. */
export const ruledTexts = [
  'customerName',
  'orderText',
  'reference',
] as const satisfies readonly EditableField[];
export type RuledText = (typeof ruledTexts)[number];

/** What a provider can really do to a link. The interface greys out the rest with the reason and never fails late. */
export interface Capabilities {
  readonly list: boolean;
  readonly create: boolean;
  readonly edit: Readonly<Record<EditableField, boolean>>;
  /** Whether a closed link can be opened again: `maybe` is tried, and the provider's answer shown. */
  readonly reopen: 'yes' | 'maybe';
  /** Whether a link past its expiry takes a change of its status, or stays as it is for good. */
  readonly changesExpired: boolean;
  readonly text: Readonly<Record<RuledText, TextRule>>;
  /** Minor units a link may ask for at most. */
  readonly maxAmountMinor: number;
}

/**
 * Amazon Payment Services: no list call; an update may carry status, expiry, amount with currency, customer name and order
 * details (manage page of its docs). Lengths and symbols are those of the payment-link request table.
 */
const aps: Capabilities = {
  list: false,
  create: true,
  edit: {
    ...{ status: true, expiresAt: true, amount: true, customerName: true, orderText: true },
    ...{ reference: false, tags: false },
  },
  reopen: 'yes',
  changesExpired: true,
  text: {
    customerName: { maxLength: 40, symbols: "_\\/-.'", digits: false },
    orderText: { maxLength: 150, symbols: "'/._-#:$", digits: true },
    reference: { maxLength: 40, symbols: '-_.', digits: true },
  },
  maxAmountMinor: 9_999_999_999,
};

const nothingTyped: TextRule = { maxLength: 0, symbols: '', digits: false };

/**
 * Ahrvo's documented update takes nickname, tags and state: expiry and amount change only by reissuing the link. `EXPIRED` has no
 * documented way on, `DEACTIVATED` is called a toggle by one page and final by another. No length of a nickname is documented.
 */
const ahrvo: Capabilities = {
  list: true,
  create: true,
  edit: {
    ...{ status: true, expiresAt: false, amount: false, customerName: false, orderText: false },
    ...{ reference: true, tags: true },
  },
  reopen: 'maybe',
  changesExpired: false,
  text: {
    customerName: nothingTyped,
    orderText: nothingTyped,
    reference: { maxLength: 250, symbols: 'any', digits: true },
  },
  maxAmountMinor: Number.MAX_SAFE_INTEGER,
};

/** The capabilities of a provider. */
export const capabilitiesOf: Readonly<Record<ProviderId, Capabilities>> = { aps, ahrvo };

export type TextProblem =
  | { readonly kind: 'too-long'; readonly maxLength: number }
  | { readonly kind: 'symbol-not-allowed'; readonly symbol: string };

/** The first thing wrong with a text, if any. Letters of any script pass: whether APS stores Arabic is not documented. */
export function judgeText(text: string, rule: TextRule): TextProblem | undefined {
  const characters = [...text];
  if (characters.length > rule.maxLength) return { kind: 'too-long', maxLength: rule.maxLength };
  const isAnyFine = rule.symbols === 'any';
  const symbol = characters.find((character) =>
    isAnyFine
      ? /\p{Cc}/u.test(character)
      : !/[\p{L}\p{M} ]/u.test(character) &&
        !(rule.digits && /\p{Nd}/u.test(character)) &&
        !rule.symbols.includes(character),
  );
  return symbol === undefined ? undefined : { kind: 'symbol-not-allowed', symbol };
}
