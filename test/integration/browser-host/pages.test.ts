import type { Page, Request } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseFile } from '../../browser-host/interactive';
import { startFixture, type Fixture } from './fixture';

let fixture: Fixture;
const start = async (): Promise<void> => {
  fixture = await startFixture();
};
const end = (): Promise<void> => fixture.end();

describe('the protocol of the application', () => {
  beforeAll(start);
  afterAll(end);

  it('answers from main, with its status and headers, and nothing else is reachable', async () => {
    const answers = await fixture.page.evaluate(async () => ({
      found: (await fetch('./frame.html')).status,
      type: (await fetch('./frame.html')).headers.get('content-type'),
      away: await fetch('https://example.com/data').then(
        () => 'reached',
        () => 'refused',
      ),
    }));
    expect(answers).toEqual({ found: 200, type: 'text/html', away: 'refused' });
  });

  it('enforces the security policy and reports each violation', async () => {
    // Scripts that the debugger evaluates are exempt from the policy; a timer's are not.
    const evaluated = await fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(eval('1 + 1'));
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        }),
    );
    expect(evaluated).toBe('EvalError');
    await expect
      .poll(() => fixture.app.problems().join('\n'))
      .toContain('content security policy: script-src blocked eval');
  });

  it('stops and records requests to the network that the policy would allow', async () => {
    await fixture.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onHeadersReceived((_details, callback) =>
        callback({ responseHeaders: {} }),
      );
    });
    await fixture.page.reload();
    await fixture.page.evaluate(() => fetch('https://example.com/data').catch(() => undefined));
    expect(fixture.app.blockedRequests()).toEqual(['https://example.com/data']);
  });
});

describe('where a page may go', () => {
  beforeAll(start);
  afterAll(end);

  it('asks main before the page leaves, and stays when main says no', async () => {
    await fixture.page.click('#away');
    await expect.poll(fixture.events).toContain('will-navigate https://example.com/away');
    expect(fixture.page.url()).toBe('https://bundle.app.bh.test/index.html');
    expect(fixture.app.blockedRequests()).toEqual([]);
  });

  it('opens no window of its own, and main hears of each attempt', async () => {
    const popups: Page[] = [];
    fixture.app.context().on('page', (page) => popups.push(page));
    await fixture.page.click('#popup');
    await fixture.page.evaluate(() => window.open('https://example.com/script'));
    await expect
      .poll(fixture.events)
      .toEqual(expect.arrayContaining(['open https://example.com/popup', 'open https://example.com/script']));
    await expect.poll(() => popups.map((page) => page.isClosed())).toEqual([true, true]);
    expect(fixture.app.blockedRequests()).toEqual([]);
  });
});

describe('windows', () => {
  beforeAll(start);
  afterAll(end);

  it.each([
    ['sandbox', false],
    ['contextIsolation', false],
    ['webSecurity', false],
    ['nodeIntegration', true],
    ['webviewTag', true],
  ])('refuses a window with %s: %s', async (name, value) => {
    const open = fixture.app.evaluate(
      ({ BrowserWindow }, preference) => {
        new BrowserWindow({ webPreferences: preference });
      },
      { [name]: value },
    );
    await expect(open).rejects.toThrow(
      `[browser-host] refused a BrowserWindow with webPreferences.${name}: ${String(value)}`,
    );
  });

  it('follows the theme that main chooses, and says so', async () => {
    const isDark = () => fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(false);
    const updates = await fixture.app.evaluate(({ nativeTheme }) => {
      let heard = 0;
      nativeTheme.on('updated', () => (heard += 1));
      nativeTheme.themeSource = 'dark';
      return [heard, nativeTheme.shouldUseDarkColors];
    });
    expect(updates).toEqual([1, true]);
    await expect.poll(isDark).toBe(true);
  });

  it('runs no script in a window that wants none, nor fetches one', async () => {
    const load = (javascript: boolean) =>
      fixture.app.evaluate(async ({ BrowserWindow }, wanted) => {
        const window = new BrowserWindow({ show: false, webPreferences: { javascript: wanted } });
        await window.loadURL('app://bundle/index.html');
        window.destroy();
      }, javascript);
    const asked: string[] = [];
    const note = (request: Request) => void asked.push(new URL(request.url()).pathname);
    fixture.app.context().on('request', note);
    await load(false);
    expect(asked).toEqual(['/index.html', '/frame.html']);
    await load(true);
    expect(asked).toContain('/page.js');
    fixture.app.context().off('request', note);
  });

  it('prints to PDF', async () => {
    const start = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
      return pdf?.subarray(0, 5).toString('latin1');
    });
    expect(start).toBe('%PDF-');
  });

  it('lets a person choose a file and hands main a copy of it', async () => {
    const original = join(fixture.userData, 'links.csv');
    await writeFile(original, 'id,amount\n1,10.00\n');
    const chooser = fixture.page.waitForEvent('filechooser');
    const chosen = chooseFile(fixture.page, '.csv');
    await (await chooser).setFiles(original);
    expect(await readFile((await chosen) ?? '', 'utf8')).toBe('id,amount\n1,10.00\n');
  });
});
