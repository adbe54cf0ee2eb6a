import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { wasNeverSent } from '../../../../../main/providers/http/never-sent';

function withCode(code: string, syscall?: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) });
}

async function rejectionOf(url: string): Promise<unknown> {
  return fetch(url, { method: 'POST', body: '{}' }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
}

describe('wasNeverSent', () => {
  it.each([
    ['a refused connection', withCode('ECONNREFUSED', 'connect'), true],
    ['an unknown host', withCode('ENOTFOUND', 'getaddrinfo'), true],
    ['no route while connecting', withCode('EHOSTUNREACH', 'connect'), true],
    ['no route on an open connection', withCode('EHOSTUNREACH', 'write'), false],
    ['a time-out on an open connection', withCode('ETIMEDOUT', 'read'), false],
    ['an expired certificate', withCode('CERT_HAS_EXPIRED'), true],
    ['a reset connection', withCode('ECONNRESET', 'read'), false],
    ['a socket closed by the other side', withCode('UND_ERR_SOCKET'), false],
    ['Chromium: unknown host', new Error('net::ERR_NAME_NOT_RESOLVED'), true],
    ['Chromium: bad certificate', new Error('net::ERR_CERT_AUTHORITY_INVALID'), true],
    ['Chromium: reset', new Error('net::ERR_CONNECTION_RESET'), false],
    ['Chromium: closed', new Error('net::ERR_EMPTY_RESPONSE'), false],
    ['something else', 'text', false],
  ])('judges %s', (_, thrown, expected) => {
    expect(wasNeverSent(thrown)).toBe(expected);
  });

  it('wants every address of a host to have refused', () => {
    const refused = Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error(), { code: 'ECONNRESET', syscall: 'read' });
    expect(wasNeverSent(new TypeError('x', { cause: new AggregateError([refused, refused]) }))).toBe(true);
    expect(wasNeverSent(new TypeError('x', { cause: new AggregateError([refused, reset]) }))).toBe(false);
  });

  it('recognises what this runtime’s fetch really throws', async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(wasNeverSent(await rejectionOf(`http://127.0.0.1:${port}/`))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(wasNeverSent(await rejectionOf(`http://127.0.0.1:${port}/`))).toBe(true);
    expect(wasNeverSent(await rejectionOf(`http://localhost:${port}/`))).toBe(true);
  });
});
