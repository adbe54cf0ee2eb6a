import { describe, expect, it } from 'vitest';
import { connectionDraftSchema, secretsReplacementSchema } from '#contract/connections';
import {
  emptyConnectionForm,
  judgeConnection,
  usedFields,
  withProvider,
  type ConnectionForm,
} from '../../../../../renderer/features/connections/connection-form';
import { sampleAhrvo } from '../../../../support/renderer/sample-links';
import { emptyProof, judgeProof } from '../../../../../renderer/features/connections/proof-form';

const filled: ConnectionForm = {
  ...emptyConnectionForm,
  name: 'Kuwait shop',
  merchantIdentifier: 'wLQhyCRs',
  accessCode: 'zx0IPmPy5jp1vAz8Kpg7',
  requestPhrase: 'REQUEST',
  responsePhrase: 'RESPONSE',
};

const filledAhrvo: ConnectionForm = {
  ...withProvider({ ...emptyConnectionForm, name: 'Ahrvo shop' }, 'ahrvo'),
  username: 'USabc',
  password: 'pass:word',
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
    expect(draft).toMatchObject({ requestPhrase: ' REQUEST\t' });
  });

  it('never sends an endpoint that was typed and then not chosen', () => {
    expect(judgeConnection({ ...filled, endpoint: 'https://example.com' }, []).draft).not.toHaveProperty(
      'endpoint',
    );
  });
});

describe('the form of an Ahrvo account', () => {
  it('makes a draft that the contract accepts, with what was filled in and nothing else', () => {
    const bare = judgeConnection(filledAhrvo, []);
    expect(bare.problems).toEqual({});
    expect(connectionDraftSchema.parse(bare.draft)).toEqual({
      ...{ provider: 'ahrvo', name: 'Ahrvo shop', environment: 'production' },
      ...{ username: 'USabc', password: 'pass:word', apiVersion: '2022-02-01' },
    });
    const full = { ...filledAhrvo, merchantId: 'MU12', applicationId: 'AP.3', apiVersion: '' };
    expect(connectionDraftSchema.parse(judgeConnection(full, []).draft)).toMatchObject({
      ...{ merchantId: 'MU12', applicationId: 'AP.3', apiVersion: '' },
    });
  });

  it.each([
    [{ username: 'a:b' }, 'username', 'has-colon'],
    [{ password: 'a\nb' }, 'password', 'has-control'],
    [{ password: '' }, 'password', 'required'],
    [{ merchantId: 'MU 1' }, 'merchantId', 'not-an-id'],
    [{ applicationId: 'x'.repeat(101) }, 'applicationId', 'too-long'],
    [{ apiVersion: '2022' }, 'apiVersion', 'not-a-version'],
    [{ environment: 'custom', endpoint: 'http://example.com' }, 'endpoint', 'not-encrypted'],
  ] as const)('refuses %j', (part, field, kind) => {
    const { draft, problems } = judgeConnection({ ...filledAhrvo, ...part }, []);
    expect(draft).toBeUndefined();
    expect(problems[field]?.kind).toBe(kind);
  });

  it('has no sandbox, keeps what was typed for the other provider, and asks only for its own', () => {
    const turned = withProvider(filled, 'ahrvo');
    expect(turned).toMatchObject({ environment: 'production', accessCode: filled.accessCode });
    expect(usedFields(turned)).not.toContain('accessCode');
    expect(withProvider({ ...filled, environment: 'custom' }, 'ahrvo').environment).toBe('custom');
  });
});

describe('new secrets for a connection', () => {
  const aps = { id: 'shop', provider: 'aps' } as const;
  const { accessCode, shaType, requestPhrase, responsePhrase } = filled;
  const proof = { accessCode, shaType, requestPhrase, responsePhrase };
  const typed = { ...proof, username: '', password: '' };

  it('are made into what the contract accepts, exactly as they stand', () => {
    const { draft, problems, blanks } = judgeProof({ ...typed, responsePhrase: ' RESPONSE' }, aps);
    expect(problems).toEqual({});
    expect(blanks).toEqual(['responsePhrase']);
    expect(draft).toEqual({ connectionId: 'shop', ...proof, responsePhrase: ' RESPONSE' });
    expect(secretsReplacementSchema.safeParse(draft).success).toBe(true);
  });

  it('are those of the provider', () => {
    const ahrvo = { ...sampleAhrvo, id: 'two' };
    const { draft } = judgeProof({ ...emptyProof(ahrvo), username: 'me', password: ' x' }, ahrvo);
    expect(draft).toEqual({ connectionId: 'two', username: 'me', password: ' x' });
    expect(secretsReplacementSchema.safeParse(draft).success).toBe(true);
    expect(Object.keys(judgeProof(emptyProof(ahrvo), ahrvo).problems)).toEqual(['username', 'password']);
  });

  it.each([
    [{ accessCode: '' }, 'accessCode', 'required'],
    [{ accessCode: 'zx0I-PmPy' }, 'accessCode', 'not-alphanumeric'],
    [{ requestPhrase: '' }, 'requestPhrase', 'required'],
    [{ responsePhrase: 'x'.repeat(201) }, 'responsePhrase', 'too-long'],
  ] as const)('are refused with %j', (part, field, kind) => {
    const { draft, problems } = judgeProof({ ...typed, ...part }, aps);
    expect(draft).toBeUndefined();
    expect(problems[field]?.kind).toBe(kind);
  });
});
