import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApsFields } from '../providers/aps/signature';
import { answerAps, findLink, type ApsDesk } from './aps-desk';
import { replies, replyFields } from './aps-replies';
import type { FaultRule, FaultTarget, Struck } from './faults';
import type { GatewayLink } from './gateway-link';
import { parseFields, readBody } from './read-fields';
import { commandOf } from './request-rules';
import type { RequestLog } from './request-log';

export interface ApsService {
  readonly desk: ApsDesk;
  readonly log: RequestLog;
  /** The faults that strike the next request. */
  readonly strike: (target: Omit<FaultTarget, 'number'>) => Struck;
}

const dayMs = 86_400_000;

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.toLowerCase().startsWith('application/json') ?? false;
}

function sendJson(response: ServerResponse, answer: ApsFields): void {
  const body = JSON.stringify(answer);
  // Refusals have HTTP status 200 too.
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function sendHalf(response: ServerResponse, answer: ApsFields): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

/** Faults after which nothing has been done. True when the request is over. */
function failBefore(response: ServerResponse, struck: Struck): boolean {
  const failing = struck.get('error5xx');
  const limiting = struck.get('tooManyRequests');
  if (struck.has('dropBefore')) {
    response.destroy();
  } else if (failing !== undefined) {
    response.writeHead(failing.status ?? 503, { 'content-type': 'text/html' }).end('<h1>Unavailable</h1>');
  } else if (limiting !== undefined) {
    response.writeHead(429, { 'retry-after': limiting.retryAfter ?? '1' }).end();
  } else {
    return false;
  }
  return true;
}

/** Sends the answer, or what a fault leaves of it. */
function sendAnswer(response: ServerResponse, answer: ApsFields, struck: Struck): void {
  if (struck.has('dropAfter')) response.destroy();
  else if (struck.has('appliedButNoAnswer')) return;
  else if (struck.has('truncatedBody')) sendHalf(response, answer);
  else if (struck.has('notJson'))
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
  else sendJson(response, answer);
}

/** What somebody else does to a link: the customer pays it, the dashboard closes or extends it. */
function changedByOthers(link: GatewayLink, to: FaultRule['to'] = 'paid'): GatewayLink {
  if (to === 'later') return { ...link, expiresAt: link.expiresAt + dayMs };
  return { ...link, status: to === 'paid' ? 'Paid' : 'Closed' };
}

/** Lets the faults that are about the answer itself have their way, then answers. */
function answerStruck({ desk }: ApsService, fields: ApsFields, struck: Struck): ApsFields {
  const changing = struck.get('changedBefore');
  const link = changing === undefined ? undefined : findLink(desk, fields);
  if (link !== undefined) desk.book.keep(changedByOthers(link, changing?.to));
  const refusing = struck.get('refused');
  return answerAps(desk, fields, {
    staleEcho: struck.has('staleEcho'),
    wrongSignature: struck.has('wrongSignature'),
    ignores: struck.has('ignored'),
    ...(refusing === undefined ? {} : { refuses: refusing.reply ?? 'inactiveAccount' }),
  });
}

function labelOf(request: IncomingMessage): { readonly label?: string } {
  const label = request.headers['x-practice-label'];
  return label === undefined ? {} : { label: String(label) };
}

/** Serves one request of the payment API, faults included. */
export async function serveAps(
  service: ApsService,
  { number, request }: { readonly number: number; readonly request: IncomingMessage },
  response: ServerResponse,
): Promise<void> {
  const { desk, log } = service;
  const about = { number, ...labelOf(request) };
  const body = await readBody(request);
  const fields = body === undefined || !isJson(request) ? undefined : parseFields(body);
  if (fields === undefined) {
    log.note({ ...about, command: undefined, fields: {}, struck: [], isDone: false });
    sendJson(response, replyFields({ reply: 'invalidRequest' }, 'en'));
    return;
  }
  const named = commandOf(fields);
  const command = typeof named === 'string' ? named : undefined;
  const struck = service.strike({ command, linkId: fields['payment_link_id'] });
  const noted = { ...about, command, fields, struck: [...struck.keys()] };
  const wait = struck.get('latency')?.ms ?? 0;
  if (wait > 0) await sleep(wait);
  if (failBefore(response, struck)) {
    log.note({ ...noted, isDone: false });
    return;
  }
  const answer = answerStruck(service, fields, struck);
  const link = findLink(desk, fields);
  const code = answer['response_code'] ?? '';
  const isDone = code === replies.updated.code && !struck.has('ignored');
  log.note({ ...noted, code, ...(link === undefined ? {} : { link }), isDone });
  sendAnswer(response, answer, struck);
}
