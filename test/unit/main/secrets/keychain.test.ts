import { isAppError } from '#domain/app-error';
import { describe, expect, it } from 'vitest';

import { Keychain, type Keytar } from '../../../../main/secrets/keychain';

/** A keychain of the operating system in memory; its methods may be replaced by ones that misbehave. */
function fakeKeytar(misbehaving: Partial<Keytar> = {}) {
  const items = new Map<string, string>();
  const log: string[] = [];
  const keytar: Keytar = {
    getPassword: (_service, account) => {
      log.push(`get ${account}`);
      return Promise.resolve(items.get(account) ?? null);
    },
    setPassword: (_service, account, value) => {
      log.push(`set ${account}`);
      items.set(account, value);
      return Promise.resolve();
    },
    deletePassword: (_service, account) => {
      log.push(`delete ${account}`);
      return Promise.resolve(items.delete(account));
    },
    ...misbehaving,
  };
  return { keytar, items, log };
}

function keychainOver(keytar: Keytar, platform: NodeJS.Platform = 'linux'): Keychain {
  return new Keychain({ loadKeytar: () => keytar, service: 'Desk test', platform });
}

async function reasonOf(work: Promise<unknown>): Promise<string | undefined> {
  const thrown: unknown = await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  return isAppError(thrown) ? thrown.details.reason : String(thrown);
}

const account = 'conn/phrase';
const rejecting = () => Promise.reject(new Error('refused'));

describe('Keychain', () => {
  it('does not check the keychain for a secret it found', async () => {
    const { keytar, items, log } = fakeKeytar();
    items.set(account, 'kept');
    expect(await keychainOver(keytar).take({ account })).toBe('kept');
    expect(log).toEqual([`get ${account}`]);
  });

  it('writes, reads and removes a mark before it says that a secret is not there', async () => {
    const { keytar, items, log } = fakeKeytar();
    expect(await keychainOver(keytar).take({ account })).toBeNull();
    expect(log).toEqual([
      `get ${account}`,
      'set keychain check',
      'get keychain check',
      'delete keychain check',
    ]);
    expect(items.size).toBe(0);
  });

  it('is locked when it takes a mark and does not give it back', async () => {
    const { keytar } = fakeKeytar({ getPassword: () => Promise.resolve(null) });
    expect(await reasonOf(keychainOver(keytar).take({ account }))).toBe('locked');
    expect(await reasonOf(keychainOver(keytar).probe())).toBe('locked');
  });

  it.each([
    ['linux', 'no-service'],
    ['darwin', 'locked'],
    ['win32', 'locked'],
  ] as const)('on %s is told as %s when nothing is answered', async (platform, reason) => {
    const { keytar } = fakeKeytar({
      getPassword: rejecting,
      setPassword: rejecting,
      deletePassword: rejecting,
    });
    const keychain = keychainOver(keytar, platform);
    expect(await reasonOf(keychain.put({ account, secret: 'x' }))).toBe(reason);
    expect(await reasonOf(keychain.take({ account }))).toBe(reason);
    expect(await reasonOf(keychain.forget({ account }))).toBe(reason);
  });

  it('does one thing at a time, and the next one after a failure too', async () => {
    let busy = 0;
    let most = 0;
    const { keytar } = fakeKeytar({
      getPassword: async (_service, name) => {
        busy += 1;
        most = Math.max(most, busy);
        await new Promise((resolve) => setTimeout(resolve, 2));
        busy -= 1;
        if (name === 'bad') throw new Error('refused');
        return 'value';
      },
    });
    const keychain = keychainOver(keytar);
    const answers = [
      keychain.take({ account }),
      keychain.take({ account: 'bad' }),
      keychain.take({ account }),
    ];
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(most).toBe(1);
  });

  it('loads the library at the first call, anew after a failure, and once', async () => {
    const { keytar } = fakeKeytar();
    let loads = 0;
    const keychain = new Keychain({
      loadKeytar: () => {
        loads += 1;
        if (loads === 1) throw new Error('libsecret-1.so.0: cannot open shared object file');
        return keytar;
      },
      service: 'Desk test',
      platform: 'linux',
    });
    expect(loads).toBe(0);
    expect(await reasonOf(keychain.probe())).toBe('library-missing');
    await keychain.probe();
    await keychain.probe();
    expect(loads).toBe(2);
  });
});
