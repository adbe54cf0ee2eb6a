import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from './fixture';

describe('the way between page and main', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.end());

  it('carries plain JSON there and back, and main sees the page by its own address', async () => {
    const value = { list: [1, 'two', null, { deep: true }], empty: {} };
    const answer = await fixture.page.evaluate((sent) => window.api.echo(sent), value);
    expect(answer).toEqual({ value, from: 'app://bundle/index.html', origin: 'app://bundle' });
  });

  it('carries a missing value as a missing value', async () => {
    expect(await fixture.page.evaluate(async () => typeof (await window.api.nothing()))).toBe('undefined');
  });

  it.each([
    ['a date', () => window.api.echo(new Date())],
    ['a map', () => window.api.echo({ inside: new Map() })],
    ['not a number', () => window.api.echo([Number.NaN])],
  ])('refuses %s from the page with the words of Electron', async (_what, send) => {
    await expect(fixture.page.evaluate(send as () => Promise<unknown>)).rejects.toThrow(
      'An object could not be cloned.',
    );
  });

  it('refuses a date from main, too', async () => {
    await expect(fixture.page.evaluate(() => window.api.date())).rejects.toThrow(
      "Error invoking remote method 'date': Error: An object could not be cloned.",
    );
  });

  it('reports a failure of main as Electron does: the message, and nothing else', async () => {
    const failure = await fixture.page.evaluate(() =>
      window.api
        .boom()
        .catch((error: unknown) => ({ ...(error as object), message: (error as Error).message })),
    );
    expect(failure).toEqual({ message: "Error invoking remote method 'boom': TypeError: kaput" });
  });

  it('names a channel that nobody handles', async () => {
    await expect(fixture.page.evaluate(() => window.api.missing())).rejects.toThrow(
      "No handler registered for 'missing'",
    );
  });

  it('delivers events in order until the page unsubscribes', async () => {
    const { app, page } = fixture;
    await page.evaluate(() => {
      window.news = [];
      const stop = window.api.subscribe((...args) => {
        window.news.push(args);
        if (window.news.length === 3) stop();
      });
    });
    await app.evaluate(({ BrowserWindow }) => {
      for (let n = 1; n <= 5; n += 1) BrowserWindow.getAllWindows()[0]?.webContents.send('news', n, { n });
    });
    await page.evaluate(() => window.api.echo(null));
    expect(await page.evaluate(() => window.news)).toEqual([1, 2, 3].map((n) => [n, { n }]));
  });

  it('works again after the page was loaded anew', async () => {
    await fixture.page.reload();
    expect(await fixture.page.evaluate(() => window.api.echo('again'))).toMatchObject({ value: 'again' });
    await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
    await expect
      .poll(() => fixture.page.evaluate(() => window.api.echo('and again')).catch(() => undefined))
      .toMatchObject({
        value: 'and again',
      });
  });
});

describe('the isolation of the preload', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.end());

  it('gives the api to the page before its first script', async () => {
    expect(await fixture.page.evaluate(() => document.documentElement.dataset['apiAtStart'])).toBe('object');
  });

  it('shows the page neither Node, nor the host, nor the names of the preload', async () => {
    const names = [
      'require',
      'process',
      'module',
      'preloadSecret',
      'ipcRenderer',
      '__bhSend',
      '__bhReport',
      '__bhReceive',
      '__bhFileAt',
    ];
    const seen = await fixture.page.evaluate((asked) => asked.filter((name) => name in window), names);
    expect(seen).toEqual([]);
  });

  it('gives frames inside the page no api', async () => {
    const frame = fixture.page.frames().find((candidate) => candidate.url().endsWith('frame.html'));
    expect(await frame?.evaluate(() => typeof window.api)).toBe('undefined');
  });

  it('lets the page change nothing of the api', async () => {
    const outcome = await fixture.page.evaluate(() => {
      'use strict';
      const attempts = [
        () => (window.api.echo = () => Promise.reject(new Error())),
        () => (window.api = {} as never),
        () => delete (window as Partial<Window>).api,
        () => window.api.nested.list.push(3),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'changed';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  });

  it('is not overheard by a page that replaces the platform', async () => {
    const overheard = await fixture.page.evaluate(async () => {
      const heard: string[] = [];
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(event.type);
        return dispatch.call(this, event);
      };
      window.CustomEvent = class extends CustomEvent<unknown> {
        constructor(type: string) {
          super(type);
          heard.push(type);
        }
      } as typeof CustomEvent;
      await window.api.echo('secret');
      return heard;
    });
    expect(overheard).toEqual([]);
  });

  it('runs functions of the api in the world of the preload and returns their values at once', async () => {
    expect(await fixture.page.evaluate(() => window.api.nested.seen())).toBe('object');
  });

  it('names what the preload asks for and the stand-in lacks', async () => {
    await expect(fixture.page.evaluate(() => window.api.sendSync())).rejects.toThrow(
      '[browser-host] electron.ipcRenderer.sendSync is not implemented by the stand-in',
    );
  });
});
