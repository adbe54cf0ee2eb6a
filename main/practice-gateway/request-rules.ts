import type { ApsFields } from '../providers/aps/signature';
import type { Refusal, ReplyName } from './aps-replies';

interface FieldRule {
  readonly max: number;
  readonly pattern: RegExp;
  /** What a value outside the pattern is answered with, if not `invalidFormat`. */
  readonly refusal?: ReplyName;
}

export type Command = 'check' | 'update' | 'create';

const word = /^[A-Za-z0-9]+$/;
const name = /^[A-Za-z0-9._-]+$/;

const identity = {
  access_code: { max: 20, pattern: word },
  merchant_identifier: { max: 20, pattern: word },
  merchant_reference: { max: 40, pattern: name },
  payment_link_id: { max: 20, pattern: name },
  signature: { max: 200, pattern: word },
} as const satisfies Record<string, FieldRule>;

const amount: FieldRule = { max: 10, pattern: /^0*[1-9]\d*$/, refusal: 'invalidAmount' };
const currency: FieldRule = { max: 3, pattern: /^[A-Z]{3}$/, refusal: 'invalidCurrency' };
const language: FieldRule = { max: 2, pattern: /^(en|ar)$/, refusal: 'valueNotAllowed' };
const texts = {
  request_expiry_date: { max: 25, pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/ },
  customer_name: { max: 40, pattern: /^[\p{L}\p{M} _\\/.'-]+$/u },
  order_description: { max: 150, pattern: /^[\p{L}\p{M}\p{Nd} '/._#:$-]+$/u },
} as const satisfies Record<string, FieldRule>;
const notifications = /^(SMS|EMAIL|NONE)(,(SMS|EMAIL|NONE))*$/;

/**
 * The documented request tables of the check, update and generate pages; lengths and symbols of the texts are those of the
 * generate page. Whether their "letters" include Arabic is not documented: the practice gateway lets every script pass.
 */
const rules: Readonly<Record<Command, Readonly<Record<string, FieldRule>>>> = {
  check: { query_command: { max: 30, pattern: /^[A-Z_]+$/ }, ...identity },
  update: {
    service_command: { max: 20, pattern: /^[A-Z_]+$/ },
    ...identity,
    ...{ language, amount, currency, ...texts },
    payment_link_status: { max: 10, pattern: /^(Open|Closed)$/, refusal: 'valueNotAllowed' },
  },
  create: {
    service_command: { max: 20, pattern: /^[A-Z_]+$/ },
    ...identity,
    ...{ language, amount, currency, ...texts },
    customer_email: { max: 254, pattern: /^[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+$/ },
    notification_type: { max: 20, pattern: notifications, refusal: 'valueNotAllowed' },
    link_command: { max: 15, pattern: /^(AUTHORIZATION|PURCHASE)$/, refusal: 'valueNotAllowed' },
    payment_option: { max: 10, pattern: /^[A-Z]+$/ },
    customer_phone: { max: 19, pattern: /^\d+$/ },
    return_url: { max: 400, pattern: /^[A-Za-z0-9$!=?#&_/:.-]+$/ },
  },
};

/** Which command a request names; reads and writes name theirs in different fields. */
export function commandOf(fields: ApsFields): Command | Refusal {
  const { query_command: query, service_command: service } = fields;
  if (query === 'CHECK_PAYMENT_LINK_STATUS') return 'check';
  if (service === 'UPDATE_PAYMENT_LINK') return 'update';
  if (service === 'PAYMENT_LINK') return 'create';
  if (query === undefined && service === undefined) {
    return { reply: 'missingParameter', fields: ['service_command'] };
  }
  return { reply: 'invalidCommand' };
}

const neededToCreate = [
  ...['access_code', 'signature', 'merchant_identifier', 'merchant_reference', 'amount', 'currency'],
  ...['language', 'customer_email', 'request_expiry_date', 'notification_type'],
];

function neededOf(command: Command, fields: ApsFields): readonly string[] {
  if (command === 'create') {
    const kinds = fields['notification_type']?.split(',') ?? [];
    return kinds.includes('SMS') && !kinds.includes('NONE')
      ? [...neededToCreate, 'customer_phone']
      : neededToCreate;
  }
  // A link is named by its id, or by the merchant's identifier and reference. The official update sample has no language.
  const needed = ['access_code', 'signature'];
  if (!fields['payment_link_id']) needed.push('merchant_identifier', 'merchant_reference');
  if (fields['amount'] !== undefined) needed.push('currency');
  return needed;
}

/** Why a request is refused for its shape alone: what is missing, what should not be there, lengths, then formats. */
export function judgeShape(command: Command, fields: ApsFields): Refusal | undefined {
  const missing = neededOf(command, fields).find((field) => !fields[field]);
  if (missing !== undefined) return { reply: 'missingParameter', fields: [missing] };

  const known = rules[command];
  const extra = Object.keys(fields).filter((field) => !Object.hasOwn(known, field));
  if (extra.length > 0) return { reply: 'extraParameters', fields: extra };

  for (const [field, rule] of Object.entries(known)) {
    const value = fields[field];
    if (value === undefined) continue;
    if ([...value].length > rule.max) return { reply: 'invalidLength', fields: [field] };
    if (!rule.pattern.test(value)) return { reply: rule.refusal ?? 'invalidFormat', fields: [field] };
  }
  return undefined;
}
