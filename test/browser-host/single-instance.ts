import { mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** What a second process hands to the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** True when this process now owns the lock file; a file left by a process that died is taken over. */
function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === process.pid) return true;
    if (isAlive(owner)) return false;
    rmSync(file, { force: true });
    return takeLock(file);
  }
}

/**
 * The single instance lock of a profile, by files only: Electron's request answers at once, so nothing may be awaited, and the second
 * process may end right after it. `onSecond` is called in the first process for each later one.
 */
export function requestLock(
  userData: string,
  mine: SecondInstance,
  onSecond: (other: SecondInstance) => void,
): { release(): void } | undefined {
  const inbox = join(userData, 'browser-host-instances');
  const lockFile = join(inbox, 'owner');
  mkdirSync(inbox, { recursive: true });
  if (!takeLock(lockFile)) {
    writeFileSync(join(inbox, `${String(process.pid)}.json`), JSON.stringify(mine));
    return undefined;
  }
  const watcher: FSWatcher = watch(inbox, { persistent: false }, () => {
    for (const name of readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const text = readFileSync(join(inbox, name), 'utf8');
      // The watcher also fires between creating and writing a file.
      if (text === '') continue;
      rmSync(join(inbox, name), { force: true });
      onSecond(JSON.parse(text) as SecondInstance);
    }
  });
  return {
    release() {
      watcher.close();
      rmSync(lockFile, { force: true });
    },
  };
}
