// The stand-in for the `electron` module in the main process and its utility processes.
import { EventEmitter } from 'node:events';
import { runInThisContext } from 'node:vm';
import { App } from './app';
import * as windows from './browser-window';
import * as desktop from './desktop';
import { dialog as dialogs } from './dialog';
import { answer } from './driver-link';
import { guard } from './guard';
import { IpcMain } from './ipc-main';
import * as menus from './menu';
import { NativeTheme } from './native-theme';
import { Protocol } from './protocol';
import { Session, WebRequest } from './session';
import { utilityProcess as utilities } from './utility-process';

const allWindows = windows.BrowserWindow.getAllWindows;
const hostApp = new App(allWindows);
const webRequest = new WebRequest();
const hostProtocol = new Protocol(() => hostApp.isReady(), webRequest);

export const app = guard('electron.app', hostApp);
export const protocol = guard('electron.protocol', hostProtocol);
export const session = guard('electron.session', {
  defaultSession: guard(
    'electron.session.defaultSession',
    new Session(guard('electron.webRequest', webRequest), protocol),
  ),
});
export const ipcMain = guard(
  'electron.ipcMain',
  new IpcMain((id) => windows.BrowserWindow.fromId(id)?.webContents),
);
export const BrowserWindow = guard('electron.BrowserWindow', windows.BrowserWindow);
export const webContents = guard('electron.webContents', {
  getAllWebContents: () => allWindows().map((window) => window.webContents),
  fromId: (id: number) => windows.BrowserWindow.fromId(id)?.webContents,
});
export const dialog = guard('electron.dialog', dialogs);
export const Menu = guard('electron.Menu', menus.Menu);
export const MenuItem = guard('electron.MenuItem', menus.MenuItem);
export const nativeTheme = guard('electron.nativeTheme', new NativeTheme());
export const utilityProcess = guard('electron.utilityProcess', utilities);
export const shell = guard('electron.shell', desktop.shell);
export const clipboard = guard('electron.clipboard', desktop.createClipboard());
export const net = guard('electron.net', new desktop.Net());
export const screen = guard('electron.screen', new desktop.Screen());
export const powerMonitor = guard('electron.powerMonitor', new EventEmitter());
export const Notification = guard('electron.Notification', desktop.Notification);
// Secrets belong to the operating system's keychain: every use of safeStorage throws.
export const safeStorage = guard('electron.safeStorage', {});

const electron = {
  app,
  protocol,
  session,
  ipcMain,
  BrowserWindow,
  webContents,
  dialog,
  Menu,
  MenuItem,
  nativeTheme,
  utilityProcess,
  shell,
  clipboard,
  net,
  screen,
  powerMonitor,
  Notification,
  safeStorage,
};
const guarded = guard('electron', electron);
// What `require('electron')` answers: the guarded object, where a module namespace would answer undefined for a missing member.
export { guarded as 'module.exports' };

windows.keepWindows({
  session: session.defaultSession,
  isReady: () => hostApp.isReady(),
  created(window) {
    hostApp.emit('web-contents-created', {}, window.webContents);
    hostApp.emit('browser-window-created', {}, window);
  },
  allClosed: () => hostApp.allWindowsClosed(),
});
answer('request', (request) => hostProtocol.respond(request));
answer('evaluate', (source, arg) => {
  // A spec's function, sent as its source: it runs here with the stand-in, as it runs in Electron's main process.
  const run = runInThisContext(`(${source})`) as (api: typeof electron, given: unknown) => unknown;
  return run(guarded, arg);
});
