import type { ServerResponse } from 'node:http';
import type { Struck } from './faults';

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

function sendHalf(response: ServerResponse, status: number, answer: unknown): void {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

/** Faults after which nothing has been done. True when the request is over. */
export function failBefore(response: ServerResponse, struck: Struck): boolean {
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
export function sendStruck(
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body: unknown },
  struck: Struck,
): void {
  if (struck.has('dropAfter')) response.destroy();
  else if (struck.has('appliedButNoAnswer')) return;
  else if (struck.has('truncatedBody')) sendHalf(response, status, body);
  else if (struck.has('notJson'))
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
  else sendJson(response, status, body);
}
