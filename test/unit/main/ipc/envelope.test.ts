import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import { answerCall, type EnvelopeContext, type Handler } from '../../../../main/ipc/envelope';

const failures: unknown[] = [];
const context: EnvelopeContext = {
  newId: () => 'f-1',
  onFailure: (_channel, _answer, thrown) => failures.push(thrown),
};

const range = { handle: 1, start: 0, end: 200 };

function answer(call: { raw: unknown; isTrusted?: boolean }, run: Handler<'links:range'> = () => []) {
  return answerCall({ name: 'links:range', raw: call.raw, isTrusted: call.isTrusted ?? true }, run, context);
}

describe('answerCall', () => {
  it('hands the parsed input to the handler and its answer back', async () => {
    const seen: unknown[] = [];
    const envelope = await answer({ raw: range }, (input) => {
      seen.push(input);
      return [];
    });
    expect(envelope).toEqual({ ok: true, value: [] });
    expect(seen).toEqual([range]);
  });

  it('refuses a stranger before it looks at the input, with a typed failure', async () => {
    const run = () => {
      throw new Error('must not run');
    };
    expect(await answer({ raw: range, isTrusted: false }, run)).toMatchObject({
      ok: false,
      error: { code: 'ipc/untrusted-sender' },
    });
  });

  it.each([
    ['nothing', undefined, ''],
    ['a number as text', { ...range, start: '0' }, 'start'],
    ['a fraction', { ...range, end: 1.5 }, 'end'],
    ['an unknown member', { ...range, path: '/etc/passwd' }, ''],
    ['too many rows', { ...range, end: 1_000_000 }, ''],
    ['a range turned round', { handle: 1, start: 5, end: 1 }, ''],
  ])('refuses %s and names the field', async (_name, raw, field) => {
    expect(await answer({ raw })).toMatchObject({ ok: false, error: { code: 'ipc/bad-request', field } });
  });

  it('flattens an AppError with its code, provider answer and id', async () => {
    const envelope = await answer({ raw: range }, () => {
      throw new AppError('provider/refused', { provider: { code: '00006', text: 'Technical problem' } });
    });
    expect(envelope).toEqual({
      ok: false,
      error: {
        code: 'provider/refused',
        message: 'provider/refused',
        provider: { code: '00006', text: 'Technical problem' },
        retryable: false,
        id: 'f-1',
      },
    });
  });

  it('keeps an unforeseen error in main and answers only that it happened', async () => {
    const cause = new Error('SELECT secret FROM place /home/user/links.db');
    const envelope = await answer({ raw: range }, () => Promise.reject(cause));
    expect(envelope).toMatchObject({ ok: false, error: { code: 'app/unexpected' } });
    expect(JSON.stringify(envelope)).not.toContain('links.db');
    expect(failures.at(-1)).toBe(cause);
  });

  it('refuses a time zone that does not exist', async () => {
    const envelope = await answerCall(
      { name: 'settings:write', raw: { zone: 'Asia/Atlantis' }, isTrusted: true },
      () => Promise.reject(new Error('must not run')),
      context,
    );
    expect(envelope).toMatchObject({ ok: false, error: { code: 'ipc/bad-request', field: 'zone' } });
  });
});
