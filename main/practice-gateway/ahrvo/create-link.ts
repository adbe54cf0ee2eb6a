import { exponentOf } from '#domain/currency';
import { between, seededRandom } from '../seeded-random';
import { makeWord } from './ahrvo-account';
import type { AhrvoDesk } from './ahrvo-desk';
import type { AhrvoLink } from './ahrvo-link';
import { refusal, type AhrvoReply } from './ahrvo-replies';
import { usualLifeMs } from './make-ahrvo-links';
import { tagsOf } from './read-tags';

type Fields = Readonly<Record<string, unknown>>;

/** The fields that Ahrvo's create page calls required. */
const required = [
  'merchant_id',
  'application_id',
  'payment_frequency',
  'nickname',
  'allowed_payment_methods',
  'amount_details',
];

// Any object that is no list is a record of unknowns.
const recordOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const isMinor = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function judgeFields(desk: AhrvoDesk, fields: Fields): AhrvoReply | undefined {
  const missing = required.find((name) => fields[name] === undefined || fields[name] === '');
  if (missing !== undefined) return refusal(422, `${missing} is required`, missing);
  const { merchantId, otherMerchantId, applicationId } = desk.account;
  if (![merchantId, otherMerchantId].includes(String(fields['merchant_id']))) {
    return refusal(403, 'The merchant belongs to somebody else');
  }
  if (fields['application_id'] !== applicationId) {
    return refusal(403, 'The application belongs to somebody else');
  }
  if (!['ONE_TIME', 'RECURRING'].includes(String(fields['payment_frequency']))) {
    return refusal(422, 'not a frequency', 'payment_frequency');
  }
  return undefined;
}

/** The amount of a new link, or why it is refused. */
function amountOf(details: Fields): Pick<AhrvoLink, 'amount' | 'currency'> | AhrvoReply {
  const { amount_type: type, total_amount: total, currency, min_amount: min, max_amount: max } = details;
  if (typeof currency !== 'string' || exponentOf(currency) === undefined) {
    return refusal(422, 'not a currency', 'amount_details.currency');
  }
  if (type === 'FIXED' && isMinor(total)) return { currency, amount: { type, total } };
  if (type === 'MIN_MAX' && isMinor(min) && isMinor(max)) return { currency, amount: { type, min, max } };
  return refusal(422, 'must be a positive whole number', 'amount_details.total_amount');
}

function lifeOf(details: Fields): number | undefined {
  const { expiration_in_minutes: minutes } = details;
  if (minutes === undefined) return usualLifeMs;
  return isMinor(minutes) && minutes <= 1_576_800 ? minutes * 60_000 : undefined;
}

function itemsOf(value: unknown): AhrvoLink['items'] {
  return (Array.isArray(value) ? value : []).map((item: unknown) => {
    const { name, quantity } = recordOf(item);
    return { name: String(name), quantity: Number(quantity) };
  });
}

/** The link that a request makes, or why it is refused. */
export function createLink(desk: AhrvoDesk, fields: Fields): AhrvoLink | AhrvoReply {
  const refused = judgeFields(desk, fields);
  if (refused !== undefined) return refused;
  const amount = amountOf(recordOf(fields['amount_details']));
  if ('status' in amount) return amount;
  const lifeMs = lifeOf(recordOf(fields['additional_details']));
  if (lifeMs === undefined) {
    return refusal(422, 'not a number of minutes', 'additional_details.expiration_in_minutes');
  }
  const tags = tagsOf(fields['tags'] ?? {});
  if (tags === undefined) return refusal(422, 'no more than 50 pairs of text', 'tags');
  const { allowed_payment_methods: methods } = fields;
  const createdAt = Math.floor(desk.now() / 1000) * 1000;
  const count = desk.book.size();
  const random = seededRandom(createdAt ^ count);
  return {
    ...amount,
    // A tail that no slot of the made links has.
    id: `PL${makeWord(random, 16)}-${String(between(random, 0, 9))}${String(count)}`,
    ...{ createdAt, updatedAt: createdAt, expiresAt: createdAt + lifeMs, tags, state: 'ACTIVE' },
    merchantId: String(fields['merchant_id']),
    nickname: String(fields['nickname']),
    isMultipleUse: fields['is_multiple_use'] === true,
    methods: Array.isArray(methods) ? methods.map(String) : [],
    items: itemsOf(fields['items']),
    buyer: null,
  };
}
