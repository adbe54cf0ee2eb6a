import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildStale } from '../../../build/scripts/build.mjs';
import { repoRoot } from '../../../build/scripts/lib/paths.mjs';
import { createKeychainVault } from '../../../main/secrets/keychain-vault';
import { takeStoreKey } from '../../../main/secrets/store-key';
import { openStore } from '../../../main/store/open-store';
import type { MainCalls } from '../../browser-host/calls';
import { createLink } from '../../browser-host/link';
import { killTree, startMainChild } from '../../browser-host/main-child';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink } from '../../support/processes/fork-link';
import { openForTampering } from '../../support/store/tampered-log';
import { testKey } from '../../support/store/temp-store';
import { makeHome, removeHome, startKeyring, type Home, type Session } from '../keychain/private-session';

let keychainEntry: string;
let home: Home;
let session: Session;
const profile = () => path.join(home.folder, 'profile');
const file = () => path.join(profile(), 'links.db');

beforeAll(async () => {
  keychainEntry = await bundleEntry('keychain-process-audit', 'main/secrets/keychain-process.ts');
  await buildStale({ only: ['main', 'browser-host'], say: () => undefined });
}, 180_000);
beforeEach(async () => {
  home = makeHome();
  session = await startKeyring(home, { password: 'ci' });
  mkdirSync(profile());
});
afterEach(async () => {
  await session.end();
  removeHome(home);
});

/** Puts the key where the application looks for it. */
async function storeKey(): Promise<void> {
  const vault = createKeychainVault({ start: () => forkLink(keychainEntry, { env: session.env }) });
  await takeStoreKey(vault, () => Buffer.from(testKey, 'hex'));
  await vault.stop();
}

function makeLog(entries: number): { readonly head: string; readonly close: () => void } {
  const store = openStore({ file: file(), keyHex: testKey, actor: 'tester' });
  let head = '';
  for (let at = 1; at <= entries; at += 1) {
    head = store.methods.appendAudit({ at, event: 'test.happened', subject: 'thing', detail: { at } }).hash;
  }
  return { head, close: store.close };
}

/** Runs the application as a script does, and answers what the script sees. */
async function runCommand(): Promise<{ code: number | null; out: string; errors: string }> {
  const child = startMainChild({
    appDir: repoRoot,
    args: [`--user-data-dir=${profile()}`, '--verify-audit'],
    env: session.env,
    facts: { locale: 'en-US', dark: false, interactive: false },
    write: () => undefined,
  });
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  const main = createLink<MainCalls>(
    {
      send: (message) => void child.send(message, () => undefined),
      onMessage: (receive) => void child.on('message', receive),
    },
    {
      createWindow: () => {
        errors += 'A window was opened.';
      },
    },
  );
  try {
    void main.call('ready').catch(() => undefined);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out, errors };
  } finally {
    killTree(child);
  }
}

// Windows and macOS have one keychain, the user's own: it is not for tests.
describe.skipIf(process.platform !== 'linux')('the application with --verify-audit', () => {
  it('says in one line that a log is whole, also while another process has it open', async () => {
    await storeKey();
    const log = makeLog(5);
    const expected = {
      code: 0,
      out: `{"entries":5,"head":"${log.head}","whole":true}\n`,
      errors: '',
    };
    expect(await runCommand()).toEqual(expected);
    log.close();
    expect(await runCommand()).toEqual(expected);
  });

  it('says where a log was tampered with, and fails', async () => {
    await storeKey();
    const log = makeLog(5);
    log.close();
    const raw = openForTampering(file());
    raw.exec(`UPDATE audit SET detail = '{"at":4 }' WHERE sequence = 4`);
    raw.close();
    expect(await runCommand()).toEqual({
      code: 1,
      out: `{"entries":5,"brokenAt":4,"head":"${log.head}","whole":false}\n`,
      errors: '',
    });
  });

  it('says what kept it from reading, and makes neither a key nor a file', async () => {
    makeLog(2).close();
    const filesBefore = readdirSync(profile()).sort();
    const noKey = await runCommand();
    expect(noKey).toMatchObject({ code: 2, out: '' });
    expect(noKey.errors).toContain('The keychain has no key of a link cache.');
    const vault = createKeychainVault({ start: () => forkLink(keychainEntry, { env: session.env }) });
    await takeStoreKey(vault, () => Buffer.from('ab'.repeat(32), 'hex'));
    await vault.stop();
    const otherKey = await runCommand();
    expect(otherKey).toMatchObject({ code: 2, out: '' });
    expect(otherKey.errors).toContain('The key does not open the link cache.');
    expect(readdirSync(profile()).sort()).toEqual(filesBefore);
  });

  it('says that there is no log in an empty profile', async () => {
    await storeKey();
    const { code, errors } = await runCommand();
    expect(code).toBe(2);
    expect(errors).toContain('There is no link cache.');
    expect(readdirSync(profile())).toEqual([]);
  });
});
