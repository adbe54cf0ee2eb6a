import { utilityProcess } from 'electron';

import type { ProcessLink, StartProcess } from '../processes/process-link';

export interface UtilityLinkOptions {
  /** The file of the bundled entry. */
  readonly entry: string;
  /** Shown by the operating system's process list. */
  readonly serviceName: string;
  readonly args?: readonly string[];
}

/** How long Electron's own SIGTERM may take before the process is ended by force. */
const TERM_GRACE_MS = 500;

/** Starts our entries as Electron utility processes. */
export function utilityStarter(options: UtilityLinkOptions): StartProcess {
  return () => startUtility(options);
}

function startUtility({ entry, serviceName, args = [] }: UtilityLinkOptions): ProcessLink {
  const child = utilityProcess.fork(entry, [...args], { serviceName });
  let spawned = false;
  let killWanted = false;

  const kill = (): void => {
    killWanted = true;
    // Before `spawn` there is no process id and Electron's kill does nothing.
    if (spawned) endByForce(child);
  };
  child.once('spawn', () => {
    spawned = true;
    if (killWanted) endByForce(child);
  });

  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill,
  };
}

/**
 * Electron's kill sends SIGTERM, which a process that handles the signal and then hangs survives; SIGKILL follows.
 * `pid` is undefined once the process has exited, so a reused process id is never hit.
 */
function endByForce(child: Electron.UtilityProcess): void {
  child.kill();
  const timer = setTimeout(() => {
    if (child.pid !== undefined) killById(child.pid);
  }, TERM_GRACE_MS);
  child.once('exit', () => clearTimeout(timer));
}

function killById(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone between the check and the signal.
  }
}
