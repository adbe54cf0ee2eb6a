import { createLink, type Link } from './link';
import type { DriverCalls, HostFacts, MainCalls } from './calls';

/** What the launcher said about this process. */
export const facts: HostFacts = readFacts();

const answers: Partial<MainCalls> = {};

/** Says how this process answers a call of the launcher. */
export function answer<N extends keyof MainCalls>(name: N, how: MainCalls[N]): void {
  answers[name] = how;
}

/** The way to the launcher, which owns the browser. */
export const driver: Link<DriverCalls> = facts.role === 'main' ? connect() : notInUtility();

/** Calls the launcher without waiting: the page may be closed meanwhile, which is no failure of the application. */
export function tellDriver<N extends keyof DriverCalls>(name: N, ...args: Parameters<DriverCalls[N]>): void {
  driver.call(name, ...args).catch(() => undefined);
}

function readFacts(): HostFacts {
  const text = process.env['DESK_HOST'];
  if (text === undefined) throw new Error('[browser-host] start the application through the browser host');
  // Written by the launcher of the same build.
  return JSON.parse(text) as HostFacts;
}

function connect(): Link<DriverCalls> {
  // Without the launcher nobody could close this process.
  process.on('disconnect', () => process.exit());
  return createLink<DriverCalls>(
    {
      send: (message) => void process.send?.(message),
      onMessage: (receive) => void process.on('message', receive),
    },
    answers,
  );
}

/** A utility process has no windows: what needs the launcher is refused by name. */
function notInUtility(): Link<DriverCalls> {
  return createLink<DriverCalls>(
    {
      send(message) {
        throw new Error(
          `[browser-host] ${'name' in message ? message.name : message.link} is for the main process only`,
        );
      },
      onMessage: () => undefined,
    },
    answers,
  );
}
