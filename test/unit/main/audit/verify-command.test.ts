import { describe, expect, it } from 'vitest';

import { AppError } from '#domain/app-error';
import { runVerifyCommand, type VerifyCommandParts } from '../../../../main/audit/verify-command';

const head = 'ab'.repeat(32);

async function run(parts: Partial<VerifyCommandParts>) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runVerifyCommand({
    readKey: () => Promise.resolve('the key'),
    verify: () => Promise.resolve({ entries: 3, head }),
    say: (line) => Promise.resolve(void said.push(line)),
    complain: (line) => Promise.resolve(void complained.push(line)),
    ...parts,
  });
  return { code, said, complained };
}

describe('the verify command', () => {
  it('says of a whole log how long it is and where it ends', async () => {
    expect(await run({})).toEqual({
      code: 0,
      said: [`{"entries":3,"head":"${head}","whole":true}`],
      complained: [],
    });
  });

  it('says of a broken log where it is broken', async () => {
    const verify = () => Promise.resolve({ entries: 3, brokenAt: 2, head });
    expect(await run({ verify })).toEqual({
      code: 1,
      said: [`{"entries":3,"brokenAt":2,"head":"${head}","whole":false}`],
      complained: [],
    });
  });

  it('tells on standard error alone why nothing could be read', async () => {
    const locked = new AppError('secrets/keychain-unavailable', { message: 'The keychain is locked.' });
    expect(await run({ readKey: () => Promise.reject(locked) })).toEqual({
      code: 2,
      said: [],
      complained: ['The audit log could not be read: The keychain is locked. (secrets/keychain-unavailable)'],
    });
    expect(await run({ verify: () => Promise.reject(new Error('the key in a message')) })).toEqual({
      code: 2,
      said: [],
      complained: ['The audit log could not be read: Something unexpected went wrong. (app/unexpected)'],
    });
  });

  it('opens nothing without a key', async () => {
    const verify = () => Promise.reject(new Error('not to be called'));
    expect(await run({ readKey: () => Promise.resolve(undefined), verify })).toEqual({
      code: 2,
      said: [],
      complained: [
        'The audit log could not be read: The keychain has no key of a link cache. (store/unavailable)',
      ],
    });
  });
});
