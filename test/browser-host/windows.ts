import type { BrowserContext, Dialog, Page } from '@playwright/test';
import { toAppUrl, toPageUrl } from './app-url';
import type { DriverCalls, MainCalls, WindowEvent, WindowRequest } from './calls';
import type { Link } from './link';
import { openPageChannel, type PageChannel } from './page-channel';
import { watchPage } from './watch-page';

interface HostWindow {
  readonly id: number;
  readonly page: Page;
  readonly channel: PageChannel;
  /** Where main sends the page at the moment. */
  expected: string | undefined;
  /** Called when the page objects to being closed. */
  refuseToClose: () => void;
}

export interface WindowsOptions {
  readonly context: Promise<BrowserContext>;
  readonly main: Link<MainCalls>;
  readonly interactive: boolean;
  problem(text: string): void;
  opened(page: Page): void;
}

type WindowCalls = Omit<DriverCalls, 'setTheme' | 'chooseFile' | 'confirm'>;

const withoutHash = (url: string): string => url.replace(/#.*$/, '');

/** The pages that stand for the application's windows. */
export class HostWindows {
  readonly #options: WindowsOptions;
  readonly #opening = new Map<number, Promise<HostWindow>>();
  readonly #open = new Map<Page, HostWindow>();
  #creating = 0;
  #spare: Page | undefined;

  constructor(options: WindowsOptions) {
    this.#options = options;
  }

  /** Takes the browser's own first page for the first window, and closes every page that the application did not ask for. */
  keepWatch(context: BrowserContext): void {
    this.#spare = context.pages()[0];
    context.on('page', (page) => {
      if (this.#creating === 0 && page !== this.#spare) page.close().catch(() => undefined);
    });
  }

  pages = (): Page[] => [...this.#open.keys()];
  windowOf = (page: Page): number | undefined => this.#open.get(page)?.id;

  /** True when main sends the page there, or it is loaded again: Electron asks nobody then. */
  isExpected = (page: Page, url: string): boolean => {
    const expected = this.#open.get(page)?.expected;
    return [expected, page.url()].some(
      (known) => known !== undefined && withoutHash(known) === withoutHash(url),
    );
  };

  readonly calls: WindowCalls = {
    createWindow: async (request) => {
      const window = this.#create(request);
      this.#opening.set(request.id, window);
      await window;
    },
    load: async (id, url) => {
      const window = await this.#window(id);
      window.expected = toPageUrl(url);
      await window.page.goto(window.expected).finally(() => (window.expected = undefined));
    },
    reload: async (id) => {
      await (await this.#window(id)).page.reload();
    },
    deliver: async (id, messages) => (await this.#window(id)).channel.deliver(messages),
    closeWindow: async (id, ask) => this.#close(await this.#window(id), ask),
    resize: async (id, width, height) => {
      if (!this.#options.interactive) await (await this.#window(id)).page.setViewportSize({ width, height });
    },
    focus: async (id) => (await this.#window(id)).page.bringToFront(),
    printToPdf: async (id, command) => {
      const { session } = (await this.#window(id)).channel;
      return (await session.send('Page.printToPDF', command)).data;
    },
  };

  async #window(id: number): Promise<HostWindow> {
    const window = await this.#opening.get(id);
    if (!window) throw new Error(`[browser-host] there is no window ${String(id)}`);
    return window;
  }

  async #newPage(): Promise<Page> {
    const context = await this.#options.context;
    const spare = this.#spare;
    this.#spare = undefined;
    if (spare && !spare.isClosed()) return spare;
    this.#creating += 1;
    return context.newPage().finally(() => (this.#creating -= 1));
  }

  async #create({ id, width, height, preload, javascript }: WindowRequest): Promise<HostWindow> {
    const { main, problem, interactive, opened } = this.#options;
    const page = await this.#newPage();
    const channel = await openPageChannel(page, preload ?? '', {
      received: (url, message) =>
        void main.call('received', id, toAppUrl(url), message).catch(() => undefined),
      openRequested: (url) =>
        void main.call('openRequested', id, toAppUrl(url)).catch((error: unknown) => problem(String(error))),
      reported: problem,
    });
    if (!javascript) await channel.session.send('Emulation.setScriptExecutionDisabled', { value: true });
    const window: HostWindow = { id, page, channel, expected: undefined, refuseToClose: () => undefined };
    this.#open.set(page, window);
    this.#listen(window);
    watchPage(page, problem);
    if (!interactive) await page.setViewportSize({ width, height });
    opened(page);
    return window;
  }

  #listen(window: HostWindow): void {
    const { id, page } = window;
    const tell = (event: WindowEvent): void => {
      this.#options.main.call('windowEvent', id, event).catch(() => undefined);
    };
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) tell({ type: 'navigated', url: toAppUrl(frame.url()) });
    });
    page.on('domcontentloaded', () => tell({ type: 'dom-ready' }));
    page.on('load', () => tell({ type: 'did-finish-load' }));
    page.on('crash', () => tell({ type: 'gone', reason: 'crashed' }));
    page.on('dialog', (dialog) => void this.#answerDialog(window, dialog).catch(() => undefined));
    page.on('close', () => {
      this.#open.delete(page);
      tell({ type: 'closed' });
    });
  }

  /** A page's wish to stay is the application's to decide; other boxes of the browser are for the person, or a defect where there is none. */
  async #answerDialog(window: HostWindow, dialog: Dialog): Promise<void> {
    if (dialog.type() === 'beforeunload') {
      if (await this.#options.main.call('mayUnload', window.id)) return dialog.accept();
      window.refuseToClose();
      return dialog.dismiss();
    }
    if (this.#options.interactive) return;
    this.#options.problem(`the page showed a box: ${dialog.message()}`);
    await dialog.dismiss();
  }

  async #close(window: HostWindow, ask: boolean): Promise<boolean> {
    const { page } = window;
    if (page.isClosed()) return true;
    const closed = new Promise<boolean>((resolve) => page.once('close', () => resolve(true)));
    const refused = new Promise<boolean>((resolve) => (window.refuseToClose = () => resolve(false)));
    await page.close({ runBeforeUnload: ask });
    return Promise.race([closed, refused]);
  }
}
