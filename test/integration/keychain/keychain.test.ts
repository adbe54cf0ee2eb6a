import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isAppError } from '#domain/app-error';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createKeychainVault, type KeychainVault } from '../../../main/secrets/keychain-vault';
import { secretRef } from '../../../main/secrets/secret-vault';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink, type ForkedLink } from '../../support/processes/fork-link';

import { makeHome, removeHome, startBus, startKeyring, type Home, type Session } from './private-session';

const phrase = secretRef('conn-1', 'requestPhrase');
const never = secretRef('conn-1', 'never-stored');

let entry: string;
let home: Home;
let closing: (() => Promise<void>)[];

beforeAll(async () => {
  entry = await bundleEntry('keychain-process', 'main/secrets/keychain-process.ts');
});

beforeEach(() => {
  closing = [];
  home = ownHome();
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

function ownHome(): Home {
  const made = makeHome();
  closing.push(() => {
    removeHome(made);
    return Promise.resolve();
  });
  return made;
}

async function within(session: Promise<Session>): Promise<Session> {
  const started = await session;
  closing.push(started.end);
  return started;
}

interface Opened {
  readonly vault: KeychainVault;
  /** Every process started so far, the newest last. */
  readonly links: readonly ForkedLink[];
}

/** The vault over a real keychain process; the environment is asked for at every start. */
function openVault(envOfStart: () => NodeJS.ProcessEnv, timeoutMs = 5_000): Opened {
  const links: ForkedLink[] = [];
  const vault = createKeychainVault({
    timeoutMs,
    start: () => {
      const link = forkLink(entry, { env: envOfStart() });
      links.push(link);
      return link;
    },
  });
  closing.push(vault.stop);
  return { vault, links };
}

async function failureOf(work: Promise<unknown>): Promise<{ code: string; reason: string | undefined }> {
  const thrown: unknown = await work.then(
    (value) => new Error(`Expected a failure, got ${JSON.stringify(value)}.`),
    (error: unknown) => error,
  );
  if (!isAppError(thrown)) throw thrown;
  return { code: thrown.code, reason: thrown.details.reason };
}

const unavailable = (reason: string) => ({ code: 'secrets/keychain-unavailable', reason });

async function expectUnavailable(vault: KeychainVault, reason: string): Promise<void> {
  expect(await failureOf(vault.take(phrase))).toEqual(unavailable(reason));
  expect(await failureOf(vault.put(phrase, 'a phrase'))).toEqual(unavailable(reason));
  expect(await failureOf(vault.forget(phrase))).toEqual(unavailable(reason));
  expect(await failureOf(vault.probe())).toEqual(unavailable(reason));
}

// Windows and macOS have one keychain, the user's own: it is not for tests.
describe.skipIf(process.platform !== 'linux')('an open keyring', () => {
  it.each([
    ['Latin', 'pa55 phrase'],
    ['Arabic', 'عبارة السر ١٢٣'],
    ['2,000 bytes of UTF-8', 'ع'.repeat(1_000)],
    ['line ends and quotes', 'a\n"b"\t\'c\'\\'],
  ])('gives back %s as it was put', async (_kind, secret) => {
    const { env } = await within(startKeyring(home, { password: 'ci' }));
    const { vault } = openVault(() => env);
    await vault.put(phrase, secret);
    expect(await vault.take(phrase)).toBe(secret);
  });

  it('keeps a secret over processes, replaces it and forgets it', async () => {
    const { env } = await within(startKeyring(home, { password: 'ci' }));
    await openVault(() => env).vault.put(phrase, 'first');
    const { vault } = openVault(() => env);
    expect(await vault.take(phrase)).toBe('first');
    await vault.put(phrase, 'second');
    expect(await vault.take(phrase)).toBe('second');
    await vault.forget(phrase);
    expect(await vault.take(phrase)).toBeUndefined();
  });

  it('answers undefined for a secret that was never stored, and forgets it without complaint', async () => {
    const { env } = await within(startKeyring(home, { password: 'ci' }));
    const { vault } = openVault(() => env);
    expect(await vault.take(never)).toBeUndefined();
    await vault.forget(never);
    await vault.probe();
  });

  it('serves calls made at once, in order', async () => {
    const { env } = await within(startKeyring(home, { password: 'ci' }));
    const { vault, links } = openVault(() => env);
    const answers = [
      vault.put(phrase, 'one'),
      vault.take(phrase),
      vault.put(phrase, 'two'),
      vault.take(phrase),
      vault.take(never),
    ];
    expect(await Promise.all(answers)).toEqual([undefined, 'one', undefined, 'two', undefined]);
    expect(links).toHaveLength(1);
  });

  it('refuses a secret it could not keep before any process is started', async () => {
    const { vault, links } = openVault(() => home.env);
    for (const bad of ['', 'a\0b', 'ع'.repeat(1_000) + 'x', '\ud800']) {
      expect(await failureOf(vault.put(phrase, bad))).toEqual({
        code: 'secrets/secret-invalid',
        reason: undefined,
      });
    }
    expect(links).toHaveLength(0);
  });
});

describe.skipIf(process.platform !== 'linux')('a keychain that cannot be had', () => {
  it('is told as no service when there is no bus at all', async () => {
    const { vault, links } = openVault(() => ({ ...home.env, XDG_RUNTIME_DIR: '/nonexistent' }));
    await expectUnavailable(vault, 'no-service');
    expect(links).toHaveLength(1);
  });

  it('is told as no service when the bus has no secret service', async () => {
    const { env } = await within(startBus(home));
    const { vault, links } = openVault(() => env);
    await expectUnavailable(vault, 'no-service');
    expect(links).toHaveLength(1);
  });

  it('is told as locked, never as a missing secret, and opens again', async () => {
    const seeded = await startKeyring(home, { password: 'ci' });
    const seeding = openVault(() => seeded.env).vault;
    await seeding.put(phrase, 'seeded');
    await seeding.stop();
    await seeded.end();

    const locked = await within(startKeyring(home));
    const { vault, links } = openVault(() => locked.env);
    await expectUnavailable(vault, 'locked');
    expect(links).toHaveLength(1);
    await locked.end();

    const open = await within(startKeyring(home, { password: 'ci' }));
    expect(await openVault(() => open.env).vault.take(phrase)).toBe('seeded');
  });

  it('is told as no answer when it hangs; the process is ended and the next call gets a new one', async () => {
    const hanging = await within(
      startBus(home, { name: 'org.freedesktop.secrets', command: '/bin/sleep 10' }),
    );
    const workingHome = ownHome();
    const working = await within(startKeyring(workingHome, { password: 'ci' }));
    let env = hanging.env;
    const { vault, links } = openVault(() => env, 1_000);

    expect(await failureOf(vault.take(phrase))).toEqual(unavailable('no-answer'));
    env = working.env;
    await vault.put(phrase, 'after the hang');
    expect(await vault.take(phrase)).toBe('after the hang');
    expect(links).toHaveLength(2);
    expect(links[0]?.child.signalCode).toBe('SIGKILL');
  });

  it('is told as no answer when a locked keyring asks for its password and nobody replies', async () => {
    await (await startKeyring(home, { password: 'ci' })).end();
    const prompter = { name: 'org.gnome.keyring.SystemPrompter', command: '/bin/sleep 10' };
    const { env } = await within(startKeyring(home, { activatable: prompter }));
    const { vault } = openVault(() => env, 1_000);
    expect(await failureOf(vault.put(phrase, 'a phrase'))).toEqual(unavailable('no-answer'));
  });

  it('lets the application stop while a call hangs', async () => {
    const { env } = await within(
      startBus(home, { name: 'org.freedesktop.secrets', command: '/bin/sleep 10' }),
    );
    const { vault, links } = openVault(() => env, 30_000);
    const hung = failureOf(vault.take(phrase));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vault.stop();
    expect(await hung).toEqual(unavailable('process-ended'));
    expect(links[0]?.child.signalCode).toBe('SIGKILL');
  });

  it('is told as a missing library when libsecret is not there, and found once it is', async () => {
    const { env } = await within(startKeyring(home, { password: 'ci' }));
    const broken = join(home.folder, 'broken');
    mkdirSync(broken);
    // The loader takes the first file of the name; an empty one it refuses, as it would a missing one.
    writeFileSync(join(broken, 'libsecret-1.so.0'), '');
    const { vault, links } = openVault(() => ({ ...env, LD_LIBRARY_PATH: broken }));
    await expectUnavailable(vault, 'library-missing');
    rmSync(broken, { recursive: true });
    await vault.put(phrase, 'installed meanwhile');
    expect(links).toHaveLength(1);
  });
});
