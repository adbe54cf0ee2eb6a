import type { AhrvoDesk } from './ahrvo-desk';
import type { AhrvoLink } from './ahrvo-link';
import { refusal, type AhrvoReply } from './ahrvo-replies';
import { tagsOf } from './read-tags';

/** The fields that Ahrvo's update page lists, and no others. */
const updatable = ['nickname', 'state', 'allowed_payment_methods', 'buyer_details', 'tags'];

type Fields = Readonly<Record<string, unknown>>;

/** Who was paid or ran out of time stays so: no way on is documented. */
const finalStates: ReadonlySet<string> = new Set(['COMPLETED', 'EXPIRED']);

function stateAfter(link: AhrvoLink, wanted: unknown): AhrvoLink['state'] | AhrvoReply {
  if (wanted === undefined) return link.state;
  if (wanted !== 'ACTIVE' && wanted !== 'DEACTIVATED') {
    return refusal(422, 'state must be ACTIVE or DEACTIVATED', 'state');
  }
  return finalStates.has(link.state) ? refusal(422, `The payment link is ${link.state}`) : wanted;
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The link after an update, or why it is refused. */
export function changeLink(desk: AhrvoDesk, link: AhrvoLink, fields: Fields): AhrvoLink | AhrvoReply {
  const unknown = Object.keys(fields).find((name) => !updatable.includes(name));
  if (unknown !== undefined) return refusal(422, `${unknown} cannot be updated`, unknown);
  const state = stateAfter(link, fields['state']);
  if (typeof state !== 'string') return state;
  const { nickname = link.nickname, allowed_payment_methods: methods = link.methods } = fields;
  if (typeof nickname !== 'string' || nickname.trim() === '') {
    return refusal(422, 'nickname must not be empty', 'nickname');
  }
  if (!isWords(methods)) return refusal(422, 'not a list of methods', 'allowed_payment_methods');
  const { buyer_details: buyer = link.buyer } = fields;
  if (buyer !== null && !isRecord(buyer)) return refusal(422, 'not a buyer', 'buyer_details');
  const tags = fields['tags'] === undefined ? link.tags : tagsOf(fields['tags']);
  if (tags === undefined) return refusal(422, 'no more than 50 pairs of text', 'tags');
  const updatedAt = Math.max(link.updatedAt, Math.floor(desk.now() / 1000) * 1000);
  return { ...link, state, nickname, methods, buyer, tags, updatedAt };
}
