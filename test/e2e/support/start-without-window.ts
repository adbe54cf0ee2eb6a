import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { repoRoot } from '../../../build/scripts/lib/paths.mjs';
import type { DriverCalls, MainCalls } from '../../browser-host/calls';
import { createLink } from '../../browser-host/link';
import { killTree, startMainChild } from '../../browser-host/main-child';
import { electronForSpecs, launchDesk, type LaunchOptions } from '../launch';

/** An application whose window nobody looks at: it can do nothing but work, and be killed. */
export interface WindowlessDesk {
  /** Ends every process of it at once, as a power cut would, and waits until they are gone. */
  kill(): Promise<void>;
  /** What it wrote to its console. */
  output(): string;
}

/** Nothing is shown: every window is opened and loaded at once. */
const nobody: DriverCalls = {
  createWindow: () => Promise.resolve(),
  load: () => Promise.resolve(),
  reload: () => Promise.resolve(),
  deliver: () => Promise.resolve(),
  closeWindow: () => Promise.resolve(true),
  resize: () => Promise.resolve(),
  focus: () => Promise.resolve(),
  printToPdf: () => Promise.resolve(''),
  setTheme: () => Promise.resolve(),
  chooseFile: () => Promise.resolve(undefined),
  confirm: () => Promise.resolve(false),
};

/**
 * Starts the built application's own processes without a browser, which takes a second less than with one. In Electron, which
 * cannot do without its window, it is started as always.
 */
export async function startWithoutWindow(options: LaunchOptions): Promise<WindowlessDesk> {
  if (electronForSpecs() !== undefined) {
    const desk = await launchDesk(options);
    return { kill: () => desk.kill(), output: () => '' };
  }
  let output = '';
  const child: ChildProcess = startMainChild({
    appDir: repoRoot,
    args: [`--user-data-dir=${options.userData}`, ...(options.args ?? [])],
    env: options.env ?? {},
    facts: { locale: 'en-US', dark: false, interactive: false },
    write: (text) => {
      output += text;
    },
  });
  const ended = once(child, 'exit');
  const link = createLink<MainCalls>(
    {
      send: (message) => {
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (receive) => void child.on('message', receive),
    },
    nobody,
  );
  // A process that ends at its start answers nothing.
  await Promise.race([
    link.call('ready'),
    ended.then(() => {
      throw new Error(`The application ended at its start:\n${output}`);
    }),
  ]);
  return {
    kill: async () => {
      killTree(child);
      await ended;
    },
    output: () => output,
  };
}
