import type { ErrorCode } from '#domain/app-error';
import type { EditableField } from '#domain/capability';

/** The only codes that mean success. The status digits alone do not: `12036` is "not found" with the status of success. */
export const successCodes = { check: '12000', update: '78000', create: '48000' } as const;

/** What APS's messages (the last three digits of a code; error-codes page of its docs) are to us. */
const errorOfMessage: Readonly<Record<string, ErrorCode>> = {
  '005': 'provider/amount-refused',
  // A technical problem on their side; 006 is also what some malformed requests get.
  '006': 'provider/server-error',
  '007': 'provider/reference-refused',
  '008': 'provider/signature-rejected',
  '009': 'provider/credentials-rejected',
  '010': 'provider/credentials-rejected',
  '013': 'provider/currency-refused',
  // Inactive merchant account.
  '015': 'provider/credentials-rejected',
  '023': 'provider/currency-refused',
  '024': 'provider/currency-refused',
  '036': 'provider/link-not-found',
  // Over the merchant's limit for one transaction.
  '050': 'provider/amount-refused',
  '051': 'provider/server-error',
  '066': 'provider/reference-refused',
  '071': 'provider/server-error',
  '099': 'provider/server-error',
  '100': 'provider/expiry-refused',
  // "Payment link already processed".
  '117': 'provider/link-already-paid',
  // "Invalid date interval".
  '122': 'provider/expiry-refused',
  '125': 'provider/link-already-paid',
  '126': 'provider/reference-refused',
  '149': 'provider/link-not-found',
  '150': 'provider/link-already-open',
};

/** Our error for a code that is not the expected success. */
export function errorOfCode(code: string): ErrorCode {
  return errorOfMessage[code.slice(2)] ?? 'provider/refused';
}

/** True for errors about who is asking: their answers cannot carry a signature that we could verify. */
export function isAboutCredentials(error: ErrorCode): boolean {
  return error === 'provider/signature-rejected' || error === 'provider/credentials-rejected';
}

const fieldOfWireName: Readonly<Record<string, EditableField>> = {
  payment_link_status: 'status',
  request_expiry_date: 'expiresAt',
  amount: 'amount',
  currency: 'amount',
  customer_name: 'customerName',
  order_description: 'orderText',
  merchant_reference: 'reference',
};

/** The field of ours that an error text points at: `Missing parameter: currency` is about the amount. */
export function fieldOfText(text: string): EditableField | undefined {
  const name = /:\s*([a-z_]+)\s*$/.exec(text)?.[1];
  return name === undefined ? undefined : fieldOfWireName[name];
}
