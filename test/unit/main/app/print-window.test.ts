import type { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrintPages } from '../../../../main/app/print-pages';
import { createPagePrinter } from '../../../../main/app/print-window';

/** Electron's part: a window that notes what is done to it, and does what the test says. */
const electron = vi.hoisted(() => ({
  windows: [] as FakeWindow[],
  load: (_url: string): Promise<void> => Promise.resolve(),
  print: (_options: PrintToPDFOptions): Promise<Buffer> => Promise.resolve(Buffer.from('%PDF-')),
}));

interface FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: EventEmitter;
  isDestroyed(): boolean;
}

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class BrowserWindow extends Emitter {
    readonly options: BrowserWindowConstructorOptions;
    readonly webContents = Object.assign(new Emitter(), {
      printToPDF: (options: PrintToPDFOptions) => electron.print(options),
    });
    #destroyed = false;
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      electron.windows.push(this);
    }
    loadURL = (url: string) => electron.load(url);
    isDestroyed = () => this.#destroyed;
    destroy(): void {
      this.#destroyed = true;
      this.emit('closed');
    }
  }
  return { BrowserWindow };
});

const never = <T>() => new Promise<T>(() => undefined);
const job = { html: '<p>links</p>', tagged: true };

function setUp() {
  const pages = createPrintPages(() => 'name');
  return { pages, print: createPagePrinter(pages) };
}

const windowOf = (): FakeWindow => {
  const window = electron.windows.at(-1);
  if (window === undefined) throw new Error('No window was made.');
  return window;
};

beforeEach(() => {
  electron.windows = [];
  electron.load = () => Promise.resolve();
  electron.print = () => Promise.resolve(Buffer.from('%PDF-'));
});

describe('createPagePrinter', () => {
  it('makes a hidden window that can do nothing but lay out a page', async () => {
    await setUp().print(job, new AbortController().signal);
    expect(windowOf().options).toMatchObject({ show: false });
    expect(windowOf().options.webPreferences).toEqual({
      ...{ sandbox: true, contextIsolation: true, webSecurity: true, javascript: false },
      ...{ nodeIntegration: false, webviewTag: false, spellcheck: false },
    });
  });

  it('lets its page go nowhere', async () => {
    await setUp().print(job, new AbortController().signal);
    const event = { preventDefault: vi.fn() };
    windowOf().webContents.emit('will-navigate', event, 'app://bundle/index.html');
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('prints the page it offers, by its own paper and with tags as asked', async () => {
    const { pages, print } = setUp();
    let served: string | undefined;
    let asked: PrintToPDFOptions | undefined;
    electron.load = async (url) => void (served = await Promise.resolve(pages.take(url)));
    electron.print = (options) => {
      asked = options;
      return Promise.resolve(Buffer.from('%PDF-1.4'));
    };
    const pdf = await print(job, new AbortController().signal);
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.4');
    expect(served).toBe(job.html);
    expect(asked).toMatchObject({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
    expect(windowOf().isDestroyed()).toBe(true);
  });

  it.each([
    ['the page cannot be loaded', { load: () => Promise.reject(new Error('ERR_FAILED')) }],
    ['the page cannot be printed', { print: () => Promise.reject(new Error('Printing failed')) }],
  ])('says so when %s, and leaves no window and no page', async (_what, broken) => {
    Object.assign(electron, broken);
    const { pages, print } = setUp();
    await expect(print(job, new AbortController().signal)).rejects.toMatchObject({
      code: 'export/print-failed',
    });
    expect(windowOf().isDestroyed()).toBe(true);
    expect(pages.take('app://print/name.html')).toBeUndefined();
  });

  it.each([
    [
      'its process ends',
      (window: FakeWindow) => window.webContents.emit('render-process-gone', {}, { reason: 'oom' }),
    ],
    ['its window is closed', (window: FakeWindow) => window.emit('closed')],
  ])('does not wait for ever when %s', async (_what, happen) => {
    electron.print = never;
    const { print } = setUp();
    const printed = print(job, new AbortController().signal);
    happen(windowOf());
    await expect(printed).rejects.toMatchObject({ code: 'export/print-failed' });
    expect(windowOf().isDestroyed()).toBe(true);
  });

  it('is given up at once, with its window and its page', async () => {
    electron.load = never;
    const { pages, print } = setUp();
    const cancel = new AbortController();
    const printed = print(job, cancel.signal);
    cancel.abort();
    await expect(printed).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(windowOf().isDestroyed()).toBe(true);
    expect(pages.take('app://print/name.html')).toBeUndefined();
  });
});
