import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import type * as Electron from 'electron';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMainChild } from '../../browser-host/main-child';
import { fixtureDir, startFixture, type Fixture } from './fixture';

let fixture: Fixture;
const start = async (): Promise<void> => {
  fixture = await startFixture();
};
const end = (): Promise<void> => fixture.end();

const quitOrder = ['before-quit', 'close', 'closed', 'will-quit', 'quit'];

/** Processes that have the profile on their command line: the application, its helpers, the browser. */
function processesOf({ userData }: Fixture): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(userData) && !line.startsWith('Z'));
}

describe('the stand-in for electron', () => {
  beforeAll(start);
  afterAll(end);

  it('knows the application by its manifest and its profile by the command line', async () => {
    const known = await fixture.app.evaluate(({ app }) => [
      app.getName(),
      app.getVersion(),
      app.getPath('userData'),
      app.isPackaged,
      app.isReady(),
    ]);
    expect(known).toEqual(['Host Fixture', '1.2.3', fixture.userData, false, true]);
  });

  it.each([
    ['electron.app.setBadgeCount', ({ app }: typeof Electron) => app.setBadgeCount(1)],
    [
      'electron.safeStorage.getSelectedStorageBackend',
      ({ safeStorage }: typeof Electron) => safeStorage.getSelectedStorageBackend(),
    ],
    ['electron.Tray', ({ Tray }: typeof Electron) => Tray.name],
    [
      'electron.webContents.openDevTools',
      ({ BrowserWindow }: typeof Electron) => BrowserWindow.getAllWindows()[0]?.webContents.openDevTools(),
    ],
    [
      'electron.BrowserWindow.setOpacity',
      ({ BrowserWindow }: typeof Electron) => BrowserWindow.getAllWindows()[0]?.setOpacity(1),
    ],
  ])('names %s as missing instead of answering undefined', async (name, use) => {
    await expect(fixture.app.evaluate(use as (electron: typeof Electron) => unknown)).rejects.toThrow(
      `[browser-host] ${name} is not implemented by the stand-in`,
    );
  });

  it('is the same for import and for require, and names what is missing in both', async () => {
    const seen = await fixture.app.evaluate((electron) => {
      const { createRequire } = process.getBuiltinModule('module');
      const required = createRequire(electron.app.getAppPath())('electron') as typeof Electron;
      try {
        return [required.app === electron.app, typeof required.Tray];
      } catch (error) {
        return [required.app === electron.app, String(error)];
      }
    });
    expect(seen).toEqual([true, 'Error: [browser-host] electron.Tray is not implemented by the stand-in']);
  });

  it('lets a spec answer for a dialog, as it does in Electron', async () => {
    const answer = await fixture.app.evaluate(async ({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      return dialog.showSaveDialog({});
    }, '/tmp/chosen.csv');
    expect(answer).toEqual({ canceled: false, filePath: '/tmp/chosen.csv' });
  });

  it('keeps the menu as data whose items can be clicked', async () => {
    const clicked = await fixture.app.evaluate(({ Menu }) => {
      const seen: string[] = [];
      const template = [
        {
          label: 'File',
          submenu: [{ id: 'export', label: 'Export', click: () => void seen.push('export') }],
        },
      ];
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      Menu.getApplicationMenu()?.getMenuItemById('export')?.click();
      return seen;
    });
    expect(clicked).toEqual(['export']);
  });
});

describe('utility processes', () => {
  beforeAll(start);
  afterAll(end);

  it('answer messages that were sent before they listened, and see electron', async () => {
    const answer = await fixture.app.evaluate(
      () =>
        new Promise((resolve) => {
          const child = globalThis.helper();
          child.on('message', resolve);
          child.postMessage({ number: 21 });
        }),
    );
    expect(answer).toEqual({ twice: 42, args: ['--as', 'helper'], hasFetch: 'function' });
  });

  it('can be killed while they hang', async () => {
    const code = await fixture.app.evaluate(
      () =>
        new Promise((resolve) => {
          const child = globalThis.helper();
          child.on('exit', resolve);
          child.on('message', () => {
            child.postMessage({ hang: true });
            setTimeout(() => child.kill(), 100);
          });
          child.postMessage({ number: 1 });
        }),
    );
    expect(code).toBe(15);
  });
});

describe('the life cycle', () => {
  beforeEach(start);
  afterEach(end);

  it('quits in the order of Electron', async () => {
    await fixture.app.close();
    expect(await fixture.events()).toEqual(quitOrder);
    expect(await fixture.app.exited()).toBe(0);
  });

  it('ends when its last window is closed by the person', async () => {
    await fixture.page.close();
    expect(await fixture.app.exited()).toBe(0);
    expect(await fixture.events()).toEqual([
      'close',
      'closed',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit',
    ]);
  });

  it('stays when a window refuses to close', async () => {
    await fixture.app.evaluate(({ app, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.once('close', (event) => event.preventDefault());
      app.quit();
    });
    await expect.poll(fixture.events).toEqual(['before-quit', 'close']);
    await fixture.app.close();
    expect(await fixture.events()).toEqual(['before-quit', 'close', ...quitOrder]);
  });

  it('hands the arguments of a second start to the first and ends the second', async () => {
    const second = startMainChild({
      appDir: fixtureDir,
      args: [`--user-data-dir=${fixture.userData}`, 'open-me'],
      env: {},
      facts: { locale: 'en-US', dark: false, interactive: false },
      write: () => undefined,
    });
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    await expect.poll(async () => (await fixture.events()).at(-1)).toBe('second-instance open-me second');
  });

  it('can be started again on the profile of one that was killed, and nothing of the killed one stays', async () => {
    await fixture.app.evaluate(() => void globalThis.helper());
    expect(processesOf(fixture).length).toBeGreaterThan(2);
    await fixture.app.kill();
    await expect.poll(() => processesOf(fixture)).toEqual([]);
    const again = await startFixture({ userData: fixture.userData });
    expect(await again.page.evaluate(() => window.api.echo('back'))).toMatchObject({ value: 'back' });
    await again.app.close();
  });
});
