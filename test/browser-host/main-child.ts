import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRepo } from '../../build/scripts/lib/paths.mjs';
import type { HostFacts } from './calls';

export interface MainChildOptions {
  /** The folder with the application's package.json; its `main` is run, unmodified. */
  readonly appDir: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly facts: Omit<HostFacts, 'role' | 'appDir' | 'register'>;
  /** Receives what the application writes to its console. */
  readonly write: (text: string) => void;
}

/** The Node that runs the project's scripts: the one of its own development dependency, if this process is an older one. */
function nodePath(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const own = inRepo('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(own)) throw new Error('the browser host needs Node 24: run npm ci first');
  return own;
}

/** Starts the application's main process in plain Node, with `electron` meaning the stand-in. */
export function startMainChild({ appDir, args, env, facts, write }: MainChildOptions): ChildProcess {
  const register = inRepo('out', 'browser-host', 'register.js');
  if (!existsSync(register)) throw new Error('the browser host is not built: run npm run build');
  // The application's own manifest.
  const { main } = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8')) as { main: string };
  const host: HostFacts = { ...facts, role: 'main', appDir, register: pathToFileURL(register).href };
  const child = fork(join(appDir, main), args, {
    execPath: nodePath(),
    execArgv: ['--enable-source-maps', '--import', host.register],
    env: { ...process.env, ...env, DESK_HOST: JSON.stringify(host) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    // A process group of its own, so that the application can be killed with all its helpers.
    detached: process.platform !== 'win32',
  });
  child.stdout?.on('data', (data: Buffer) => write(data.toString()));
  child.stderr?.on('data', (data: Buffer) => write(data.toString()));
  return child;
}

/** Ends the main child and every helper it started, at once and without a chance to clean up. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
