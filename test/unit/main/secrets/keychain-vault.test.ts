import { AppError, isAppError } from '#domain/app-error';
import { describe, expect, it } from 'vitest';

import type { ServedApi } from '../../../../main/processes/process-api';
import { serveProcess } from '../../../../main/processes/process-server';
import type { KeychainApi } from '../../../../main/secrets/keychain';
import { createKeychainVault } from '../../../../main/secrets/keychain-vault';
import { secretRef } from '../../../../main/secrets/secret-vault';
import { manualTimers } from '../../../support/processes/manual-timers';
import { memoryProcess } from '../../../support/processes/memory-process';

const ref = secretRef('conn', 'phrase');

function vaultOver(take: ServedApi<KeychainApi>['take']) {
  const timers = manualTimers();
  const process = memoryProcess();
  const vault = createKeychainVault({
    timers,
    start: () => {
      const nothing = () => undefined;
      serveProcess<KeychainApi>(process.port, { take, put: nothing, forget: nothing, probe: nothing });
      return process.link;
    },
  });
  return { vault, timers, process };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await work.catch((error: unknown) => error);
  return isAppError(thrown) ? { code: thrown.code, ...thrown.details } : thrown;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('createKeychainVault', () => {
  it('waits half a minute for the person who is asked to open the keychain, and no longer', async () => {
    const { vault, timers, process } = vaultOver(() => new Promise(() => undefined));
    const call = failureOf(vault.take(ref));
    await settled();
    timers.pass(29_999);
    expect(process.kills()).toBe(0);
    timers.pass(1);
    expect(await call).toMatchObject({ code: 'secrets/keychain-unavailable', reason: 'no-answer' });
    expect(process.kills()).toBe(1);
  });

  it('tells a process that crashed as a keychain that cannot be had', async () => {
    const { vault, process } = vaultOver(() => new Promise(() => undefined));
    const call = failureOf(vault.take(ref));
    await settled();
    process.exit(139);
    expect(await call).toMatchObject({ code: 'secrets/keychain-unavailable', reason: 'process-ended' });
  });

  it('passes an error on that is not about the keychain', async () => {
    const { vault } = vaultOver(() => {
      throw new AppError('app/unexpected', { reason: 'timeout' });
    });
    expect(await failureOf(vault.take(ref))).toMatchObject({ code: 'app/unexpected', reason: 'timeout' });
  });

  it('answers undefined for null', async () => {
    expect(await vaultOver(() => null).vault.take(ref)).toBeUndefined();
  });
});
