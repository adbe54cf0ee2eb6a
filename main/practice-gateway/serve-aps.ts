import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApsFields } from '../providers/aps/signature';
import { answerAps, findLink, type ApsDesk } from './aps-desk';
import { replies, replyFields } from './aps-replies';
import type { FaultRule, Struck } from './faults';
import type { GatewayLink } from './gateway-link';
import { parseFields, readBody } from './read-fields';
import { commandOf } from './request-rules';
import type { RequestLog } from './request-log';
import { failBefore, sendStruck } from './send-struck';
import type { ServiceFaults } from './service-faults';

export interface ApsService {
  readonly desk: ApsDesk;
  readonly log: RequestLog;
  readonly strike: ServiceFaults['strike'];
}

const dayMs = 86_400_000;

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.toLowerCase().startsWith('application/json') ?? false;
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
    sendStruck(response, { status: 200, body: replyFields({ reply: 'invalidRequest' }, 'en') }, new Map());
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
  const isSuccess = code === replies.updated.code || code === replies.created.code;
  const isDone = isSuccess && !struck.has('ignored');
  log.note({ ...noted, code, ...(link === undefined ? {} : { link }), isDone });
  // Refusals have HTTP status 200 too.
  sendStruck(response, { status: 200, body: answer }, struck);
}
