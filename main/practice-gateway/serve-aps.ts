import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApsFields } from '../providers/aps/signature';
import { answerAps, type ApsDesk } from './aps-desk';
import { replyFields } from './aps-replies';
import type { FaultTarget, Struck } from './faults';
import { parseFields, readBody } from './read-fields';
import { commandOf } from './request-rules';
import type { RequestLog } from './request-log';

export interface ApsService {
  readonly desk: ApsDesk;
  readonly log: RequestLog;
  /** The faults that strike the next request. */
  readonly strike: (target: FaultTarget) => Struck;
}

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

/** Serves one request of the payment API, faults included. */
export async function serveAps(
  service: ApsService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const fields = body === undefined || !isJson(request) ? undefined : parseFields(body);
  if (fields === undefined) {
    service.log.note({ command: undefined, fields: {} });
    sendJson(response, replyFields({ reply: 'invalidRequest' }, 'en'));
    return;
  }
  const named = commandOf(fields);
  const command = typeof named === 'string' ? named : undefined;
  const struck = service.strike({ command, linkId: fields['payment_link_id'] });
  const wait = struck.get('latency')?.ms ?? 0;
  if (wait > 0) await sleep(wait);
  if (failBefore(response, struck)) {
    service.log.note({ command, fields });
    return;
  }
  const answer = answerAps(service.desk, fields, {
    staleEcho: struck.has('staleEcho'),
    wrongSignature: struck.has('wrongSignature'),
  });
  service.log.note({ command, fields, code: answer['response_code'] ?? '' });
  sendAnswer(response, answer, struck);
}
