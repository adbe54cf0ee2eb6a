import { fork, type ChildProcess } from 'node:child_process';

import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import type { ProcessLink } from '../../../main/processes/process-link';

// Named from the root: who forks may be bundled to another place.
const shim = inRepo('test/support/processes/parent-port-shim.mjs');

export interface ForkedLink extends ProcessLink {
  readonly child: ChildProcess;
}

/** Starts a bundled entry as a plain child process, behind the same port as a utility process; `quiet` drops its stderr. */
export function forkLink(
  entry: string,
  { env = process.env, quiet = false }: { env?: NodeJS.ProcessEnv; quiet?: boolean } = {},
): ForkedLink {
  const child = fork(entry, [], {
    execArgv: ['--import', shim],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit', 'ipc'],
  });
  return {
    child,
    // A send to a process that has just ended fails through the callback; its exit tells the story.
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
