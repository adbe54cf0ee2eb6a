import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { say } from './say';

/** Nothing outside the application is opened: what would be is written to the console. Specs replace the members to see the calls. */
export const shell = {
  openExternal(url) {
    say(`would open ${url}`);
    return Promise.resolve();
  },
  openPath(path) {
    say(`would open ${path}`);
    return Promise.resolve('');
  },
  showItemInFolder: (path) => say(`would show ${path}`),
  beep: () => undefined,
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>;

/** A clipboard of its own, so that tests do not touch the machine's. */
export function createClipboard() {
  let held = '';
  return {
    writeText(text: string) {
      held = text;
      return Promise.resolve();
    },
    readText: () => Promise.resolve(held),
    clear() {
      held = '';
    },
  } satisfies Pick<Electron.Clipboard, 'writeText' | 'readText' | 'clear'>;
}

/** HTTP goes through the platform's fetch. `online` can be set, so that a spec can take the application off line. */
export class Net implements Pick<Electron.Net, 'online' | 'isOnline' | 'fetch'> {
  online = true;
  isOnline = (): boolean => this.online;
  fetch = (input: string | Request, init?: RequestInit): Promise<Response> =>
    this.online ? fetch(input, init) : Promise.reject(new TypeError('net::ERR_INTERNET_DISCONNECTED'));
}

const display = {
  id: 1,
  label: 'browser host',
  scaleFactor: 1,
  rotation: 0,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1080 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1080 },
};

/** One display of a common size. */
export class Screen extends EventEmitter {
  getPrimaryDisplay = (): typeof display => display;
  getAllDisplays = (): (typeof display)[] => [display];
  getDisplayMatching = (): typeof display => display;
}

/** Notifications are not shown; their events can be emitted by a spec. */
export class Notification
  extends EventEmitter
  implements Pick<Electron.Notification, 'title' | 'body' | 'show' | 'close'>
{
  static isSupported = (): boolean => false;
  title: string;
  body: string;
  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }
  show = (): void => say(`would notify: ${this.title}`);
  close = (): void => undefined;
}
