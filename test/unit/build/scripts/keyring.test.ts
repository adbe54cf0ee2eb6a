import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const keyring = fileURLToPath(new URL('../../../../build/scripts/keyring.sh', import.meta.url));

function runInside(script: string): { status: number | null; stdout: string } {
  return spawnSync('bash', [keyring, 'bash', '-c', script], { encoding: 'utf8', timeout: 20_000 });
}

describe.runIf(process.platform === 'linux')('keyring.sh', () => {
  it('gives its command a session with a Secret Service of its own', () => {
    const ask =
      'dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames';
    expect(runInside(ask).stdout).toContain('org.freedesktop.secrets');
  });

  it('passes the exit code on', () => {
    expect(runInside('exit 7').status).toBe(7);
    expect(runInside('exit 0').status).toBe(0);
  });

  it('shows no display and leaves nothing behind', () => {
    const { stdout } = runInside('echo "${DISPLAY:-none} $XDG_DATA_HOME"');
    const [display, dataFolder = ''] = stdout.trim().split(' ');
    expect(display).toBe('none');
    expect(dataFolder).not.toBe('');
    expect(existsSync(dataFolder)).toBe(false);
  });
});
