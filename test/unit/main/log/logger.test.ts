import { AppError } from '#domain/app-error';
import { describe, expect, it } from 'vitest';

import { createLogger, type LoggerOptions } from '../../../../main/log/logger';
import { createRedactor } from '../../../../main/log/redact';

function setUp(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const sink = { write: (line: string) => void lines.push(line), close: () => Promise.resolve() };
  const log = createLogger({
    sinks: [sink],
    redact: createRedactor(['known-secret']),
    now: () => Date.UTC(2026, 10, 20, 16, 2, 30, 5),
    ...options,
  });
  const entries = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, lines, entries };
}

describe('createLogger', () => {
  it('writes one JSON object per line, with time, level and part', () => {
    const { log, lines } = setUp();
    log.named('store').info('opened\nfine', { rows: 3 });
    expect(lines).toEqual([
      '{"at":"2026-11-20T16:02:30.005Z","level":"info","part":"store","message":"opened\\nfine","rows":3}\n',
    ]);
  });

  it('writes the chosen level and higher ones only', () => {
    const { log, entries } = setUp({ minLevel: 'warn' });
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(entries().map(({ message }) => message)).toEqual(['c', 'd']);
  });

  it('writes an error with code, details and the chain of its causes', () => {
    const { log, entries } = setUp();
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    log.error('failed', { error: new AppError('provider/unreachable', { reason: 'dns' }, cause) });
    expect(entries()[0]).toMatchObject({
      error: {
        name: 'AppError',
        code: 'provider/unreachable',
        details: { reason: 'dns' },
        cause: { message: 'refused', code: 'ECONNREFUSED' },
      },
    });
  });

  it('redacts the message, the fields and the errors', () => {
    const { log, lines } = setUp();
    log.warn('sent known-secret', {
      body: '{"password":"p4ss"}',
      error: new Error('at known-secret for a@b.test'),
    });
    expect(lines.join('')).not.toMatch(/known-secret|p4ss|a@b/);
  });

  it('lets no field pose as the time or the level', () => {
    const { log, entries } = setUp();
    log.info('x', { level: 'error', at: 'never' });
    expect(entries()[0]).toMatchObject({ level: 'info', at: '2026-11-20T16:02:30.005Z' });
  });

  it('survives values that cannot be written', () => {
    const { log, entries } = setUp();
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const hostile = {
      toJSON: () => {
        throw new Error('no');
      },
    };
    log.info('a', { cyclic, big: 1n, nothing: undefined, run: () => 1 });
    log.info('b known-secret', { hostile });
    expect(entries().map(({ message }) => message)).toEqual(['a', 'b ***']);
  });

  it('shortens a very long text', () => {
    const { log, lines } = setUp();
    log.info('x', { body: 'y'.repeat(100_000) });
    expect(lines.join('').length).toBeLessThan(21_000);
  });
});
