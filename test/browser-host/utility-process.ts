import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import type * as Electron from 'electron';
import { facts } from './driver-link';
import { sayFailure } from './say';

type Flow = 'inherit' | 'ignore' | 'pipe';

/** Electron's stdio option in the words of Node's fork, which needs a channel in fourth place. */
function stdioFor(option: Electron.ForkOptions['stdio'] = 'inherit'): StdioOptions {
  // The type allows any text; Electron knows these three.
  const [, stdout = 'inherit', stderr = 'inherit'] = (
    Array.isArray(option) ? option : [option, option, option]
  ) as Flow[];
  return ['ignore', stdout, stderr, 'ipc'];
}

/** Electron's utility process as a plain child process; `process.parentPort` is made by the register hook. */
export class UtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'pid' | 'postMessage' | 'kill'>
{
  pid: number | undefined;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[] = [], options: Electron.ForkOptions = {}) {
    super();
    this.#child = fork(modulePath, args, {
      cwd: options.cwd,
      env: { ...(options.env ?? process.env), DESK_HOST: JSON.stringify({ ...facts, role: 'utility' }) },
      execArgv: [...(options.execArgv ?? []), '--import', facts.register],
      stdio: stdioFor(options.stdio),
      serialization: 'advanced',
    });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code, signal) => {
      this.pid = undefined;
      this.emit('exit', code ?? (signal ? constants.signals[signal] : 1));
    });
    this.#child.on('error', (error) => sayFailure(`utility process ${modulePath}`, error));
  }

  postMessage(message: unknown): void {
    // A message to a process that has just ended is lost, in Electron too.
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  }

  kill = (): boolean => this.#child.kill();
}

export const utilityProcess = {
  fork: (modulePath: string, args?: string[], options?: Electron.ForkOptions): UtilityProcess =>
    new UtilityProcess(modulePath, args, options),
};
