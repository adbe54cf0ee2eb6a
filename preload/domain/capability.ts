import type { ProviderId } from './provider';

/** The fields of a link an edit may name. */
export const editableFields = ['status', 'expiresAt', 'amount', 'customerName', 'orderText'] as const;
export type EditableField = (typeof editableFields)[number];

/** What a provider's text field takes: length in characters, and the symbols allowed beside letters, digits and spaces. */
export interface TextRule {
  readonly maxLength: number;
  readonly symbols: string;
  readonly digits: boolean;
}

/** What a provider can really do to a link. The interface greys out the rest with the reason and never fails late. */
export interface Capabilities {
  readonly list: boolean;
  readonly edit: Readonly<Record<EditableField, boolean>>;
  readonly text: { readonly customerName: TextRule; readonly orderText: TextRule };
  /** Minor units a link may ask for at most. */
  readonly maxAmountMinor: number;
}

/**
 * Amazon Payment Services: no list call; an update may carry status, expiry, amount with currency, customer name and order
 * details (manage page of its docs). Lengths and symbols are those of the payment-link request table.
 */
const aps: Capabilities = {
  list: false,
  edit: { status: true, expiresAt: true, amount: true, customerName: true, orderText: true },
  text: {
    customerName: { maxLength: 40, symbols: "_\\/-.'", digits: false },
    orderText: { maxLength: 150, symbols: "'/._-#:$", digits: true },
  },
  maxAmountMinor: 9_999_999_999,
};

/** Ahrvo's documented update takes nickname, tags and state: expiry and amount change only by reissuing the link. */
const ahrvo: Capabilities = {
  list: true,
  edit: { status: true, expiresAt: false, amount: false, customerName: false, orderText: false },
  text: {
    customerName: { maxLength: 0, symbols: '', digits: false },
    orderText: { maxLength: 0, symbols: '', digits: false },
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
  const symbol = characters.find(
    (character) =>
      !/[\p{L}\p{M} ]/u.test(character) &&
      !(rule.digits && /\p{Nd}/u.test(character)) &&
      !rule.symbols.includes(character),
  );
  return symbol === undefined ? undefined : { kind: 'symbol-not-allowed', symbol };
}
