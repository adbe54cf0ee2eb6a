import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import { sendRequest } from '../../../../../main/providers/http/send-request';

const calm = new AbortController().signal;
const now = Date.parse('2026-11-20T12:00:00Z');
let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}

async function send(listener: RequestListener, options: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const url = await serve(listener);
  const transport = { fetch, clock: () => now, timeoutMs: options.timeoutMs ?? 2_000 };
  return sendRequest(transport, { url, body: '{"a":"ب"}' }, options.signal ?? calm);
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('sendRequest', () => {
  it('posts the body as UTF-8 JSON and gives back the parsed answer', async () => {
    let seen: { method: unknown; type: unknown; body: string } | undefined;
    const outcome = await send((request, response) => {
      void readText(request).then((body) => {
        seen = { method: request.method, type: request.headers['content-type'], body };
        response.end('{"name":"أحمد"}');
      });
    });
    expect(outcome).toEqual({ kind: 'answered', body: { name: 'أحمد' } });
    expect(seen).toEqual({ method: 'POST', type: 'application/json', body: '{"a":"ب"}' });
  });

  it.each([
    [429, { 'retry-after': '3' }, { kind: 'rate-limited', retryAfterMs: 3_000 }],
    [429, {}, { kind: 'rate-limited', retryAfterMs: undefined }],
    [
      503,
      { 'retry-after': 'Fri, 20 Nov 2026 12:00:02 GMT' },
      { kind: 'server-error', status: 503, retryAfterMs: 2_000 },
    ],
    [404, {}, { kind: 'unreadable', status: 404 }],
    [204, {}, { kind: 'unreadable', status: 204 }],
  ])('tells HTTP %s with %o', async (status, headers, expected) => {
    const outcome = await send((_, response) => void response.writeHead(status, headers).end());
    expect(outcome).toMatchObject(expected);
  });

  describe('with a dialect', () => {
    const dialect = {
      bodyLimit: 1_000,
      judgeError: ({ status, text }: { status: number; text: string }) =>
        new AppError('provider/refused', { provider: { code: String(status), text } }),
    };
    const speak = async (listener: RequestListener, more: object = {}) => {
      const url = await serve(listener);
      const transport = { fetch, clock: () => now, timeoutMs: 2_000, dialect };
      return sendRequest(transport, { url, method: 'GET', ...more }, calm);
    };
    const answerWith = (status: number, body?: string) =>
      speak((_, response) => {
        response.writeHead(status, { date: 'Fri, 20 Nov 2026 12:00:02 GMT' }).end(body);
      });

    it('names method and headers, and sends no body where there is none', async () => {
      let seen: unknown;
      await speak(
        (request, response) => {
          const { authorization, 'content-type': type } = request.headers;
          seen = { method: request.method, authorization, type };
          response.end('{}');
        },
        { headers: { authorization: 'Basic eDp5' } },
      );
      expect(seen).toEqual({ method: 'GET', authorization: 'Basic eDp5', type: undefined });
    });

    it.each([
      [200, '{"a":1}', { a: 1 }],
      [201, '{"a":1}', { a: 1 }],
      [204, undefined, undefined],
    ])('takes HTTP %i for an answer, with the clock of the server', async (status, text, body) => {
      const servedAt = Date.parse('2026-11-20T12:00:02Z');
      expect(await answerWith(status, text)).toEqual({ kind: 'answered', body, servedAt });
    });

    it.each([400, 401, 404, 422])('has HTTP %i judged by what it says', async (status) => {
      expect(await answerWith(status, 'no')).toMatchObject({
        kind: 'refused',
        status,
        error: { details: { provider: { code: String(status), text: 'no' } } },
      });
    });

    it.each([
      [503, 'server-error'],
      [408, 'server-error'],
      [429, 'rate-limited'],
    ])('keeps what HTTP %i says beside its meaning', async (status, kind) => {
      expect(await answerWith(status, 'later')).toMatchObject({
        kind,
        error: { details: { provider: { text: 'later' } } },
      });
    });

    it.each([302, 304])('follows and believes no HTTP %i', async (status) => {
      expect(await answerWith(status)).toMatchObject({ kind: 'unreadable', status });
    });

    it('reads as much as its limit says', async () => {
      expect(await answerWith(200, `"${'x'.repeat(998)}"`)).toMatchObject({ kind: 'answered' });
      expect(await answerWith(200, `"${'x'.repeat(999)}"`)).toMatchObject({ kind: 'unreadable' });
    });
  });

  it('does not follow a redirect with a signed request', async () => {
    let calls = 0;
    const outcome = await send((_, response) => {
      calls += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(outcome).toMatchObject({ kind: 'unreadable', status: 307 });
    expect(calls).toBe(1);
  });

  it.each([
    ['not JSON', '<html>'],
    ['cut JSON', '{"a":'],
    ['nothing', ''],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['longer than a megabyte', `"${'x'.repeat(1024 * 1024)}"`],
  ])('calls an answer that is %s unreadable', async (_, body) => {
    const outcome = await send((_request, response) => void response.end(body));
    expect(outcome).toMatchObject({ kind: 'unreadable', status: 200 });
  });

  it('calls an answer that breaks off dropped', async () => {
    const outcome = await send((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"a":', () => response.destroy());
    });
    expect(outcome.kind).toBe('dropped');
  });

  it.each([
    ['no answer', () => undefined],
    [
      'an answer that stops in the middle',
      (response: { write: (text: string) => unknown }) => response.write('{'),
    ],
  ])('times out on %s', async (_, answer) => {
    const outcome = await send((_request, response) => void answer(response), { timeoutMs: 60 });
    expect(outcome).toEqual({ kind: 'timed-out' });
  });

  it('tells giving up apart from timing out', async () => {
    const outcome = await send(() => undefined, { signal: AbortSignal.timeout(40) });
    expect(outcome).toEqual({ kind: 'cancelled' });
  });

  it('calls a refused connection not sent', async () => {
    const url = await serve(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    const outcome = await sendRequest({ fetch, clock: () => now, timeoutMs: 500 }, { url, body: '{}' }, calm);
    expect(outcome.kind).toBe('not-sent');
  });
});
