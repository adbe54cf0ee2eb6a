import { describe, expect, it } from 'vitest';
import { connectionDraftSchema, secretsReplacementSchema } from '#contract/connections';
import {
  emptyConnectionForm,
  judgeConnection,
  judgeProof,
  type ConnectionForm,
} from '../../../../../renderer/features/connections/connection-form';

const filled: ConnectionForm = {
  name: 'Kuwait shop',
  environment: 'sandbox',
  endpoint: '',
  merchantIdentifier: 'wLQhyCRs',
  accessCode: 'zx0IPmPy5jp1vAz8Kpg7',
  shaType: 'SHA-256',
  requestPhrase: 'REQUEST',
  responsePhrase: 'RESPONSE',
};

describe('the connection form', () => {
  it('makes a draft that the contract accepts', () => {
    for (const form of [
      filled,
      { ...filled, environment: 'custom', endpoint: 'http://127.0.0.1:8080' } as const,
    ]) {
      const { draft, problems } = judgeConnection(form, []);
      expect(problems).toEqual({});
      expect(connectionDraftSchema.safeParse(draft).success).toBe(true);
    }
  });

  it('asks for every field of an empty form but the endpoint, which only a custom environment has', () => {
    expect(Object.keys(judgeConnection(emptyConnectionForm, []).problems)).not.toContain('endpoint');
    const custom = judgeConnection({ ...emptyConnectionForm, environment: 'custom' }, []);
    expect(custom.problems.endpoint).toEqual({ kind: 'required' });
    expect(custom.draft).toBeUndefined();
  });

  it.each([
    [{ name: ' kuwait SHOP ' }, 'name', 'name-taken'],
    [{ name: 'x'.repeat(61) }, 'name', 'too-long'],
    [{ accessCode: 'zx0I-PmPy' }, 'accessCode', 'not-alphanumeric'],
    [{ merchantIdentifier: 'x'.repeat(21) }, 'merchantIdentifier', 'too-long'],
    [{ environment: 'custom', endpoint: 'http://example.com' }, 'endpoint', 'not-encrypted'],
    [{ environment: 'custom', endpoint: 'https://me:pw@example.com' }, 'endpoint', 'has-credentials'],
    [{ environment: 'custom', endpoint: 'example' }, 'endpoint', 'not-a-url'],
  ] as const)('refuses %j', (part, field, kind) => {
    const { draft, problems } = judgeConnection({ ...filled, name: 'Other', ...part }, ['Kuwait shop']);
    expect(draft).toBeUndefined();
    expect(problems[field]?.kind).toBe(kind);
  });

  it('points at blanks around a phrase and still sends it exactly as it stands', () => {
    const { draft, blanks } = judgeConnection({ ...filled, requestPhrase: ' REQUEST\t' }, []);
    expect(blanks).toEqual(['requestPhrase']);
    expect(draft?.requestPhrase).toBe(' REQUEST\t');
  });

  it('never sends an endpoint that was typed and then not chosen', () => {
    expect(judgeConnection({ ...filled, endpoint: 'https://example.com' }, []).draft).not.toHaveProperty(
      'endpoint',
    );
  });
});

describe('new secrets for a connection', () => {
  const { accessCode, shaType, requestPhrase, responsePhrase } = filled;
  const proof = { accessCode, shaType, requestPhrase, responsePhrase };

  it('are made into what the contract accepts, exactly as they stand', () => {
    const { draft, problems, blanks } = judgeProof({ ...proof, responsePhrase: ' RESPONSE' });
    expect(problems).toEqual({});
    expect(blanks).toEqual(['responsePhrase']);
    expect(draft).toEqual({ ...proof, responsePhrase: ' RESPONSE' });
    expect(secretsReplacementSchema.safeParse({ connectionId: 'shop', ...draft }).success).toBe(true);
  });

  it.each([
    [{ accessCode: '' }, 'accessCode', 'required'],
    [{ accessCode: 'zx0I-PmPy' }, 'accessCode', 'not-alphanumeric'],
    [{ requestPhrase: '' }, 'requestPhrase', 'required'],
    [{ responsePhrase: 'x'.repeat(201) }, 'responsePhrase', 'too-long'],
  ] as const)('are refused with %j', (part, field, kind) => {
    const { draft, problems } = judgeProof({ ...proof, ...part });
    expect(draft).toBeUndefined();
    expect(problems[field]?.kind).toBe(kind);
  });
});
