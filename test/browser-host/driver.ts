import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserContext, Page } from '@playwright/test';
import { startBrowser, type BrowserOptions } from './browser';
import type { DriverCalls, MainCalls } from './calls';
import { chooseFile, confirmInPage } from './interactive';
import { createLink, type Link } from './link';
import { killTree, startMainChild } from './main-child';
import { routeRequests } from './routes';
import { HostWindows } from './windows';

export interface HostOptions extends Partial<Omit<BrowserOptions, 'userData'>> {
  /** The folder with the application's package.json. */
  readonly appDir: string;
  /** The profile: it is given to the application as --user-data-dir, and the browser's own profile lies inside it. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A running application, in the shape of Playwright's ElectronApplication. */
export interface HostApp {
  firstWindow(): Promise<Page>;
  windows(): Page[];
  context(): BrowserContext;
  process(): ChildProcess;
  /** Runs a function in the main process; its source is sent, so it can use only its own arguments. */
  evaluate<R, A = undefined>(run: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Quits the application in its own order and waits for its end. */
  close(): Promise<void>;
  /** Ends every process at once, as a power cut would. */
  kill(): Promise<void>;
  /** The exit code, once the application has ended; null when it was killed. */
  exited(): Promise<number | null>;
  /** What should not have happened so far: errors in pages, violations of the security policy, boxes nobody answers. */
  problems(): string[];
  /** Addresses outside the application that pages asked for. */
  blockedRequests(): string[];
  /** What the main process wrote to its console. */
  output(): string;
}

function withDefaults(options: HostOptions): BrowserOptions {
  const { headless = true, locale = 'en-US', deviceScaleFactor = 1, interactive = false, userData } = options;
  return {
    userData,
    headless,
    locale,
    deviceScaleFactor,
    interactive,
    colorScheme: options.colorScheme ?? (interactive ? undefined : 'light'),
  };
}

/** The parts of a running application, and the order in which they end. */
class RunningApp implements HostApp {
  readonly #child: ChildProcess;
  readonly #context: Promise<BrowserContext>;
  readonly #main: Link<MainCalls>;
  readonly #windows: HostWindows;
  readonly #firstWindow = Promise.withResolvers<Page>();
  readonly #exited: Promise<number | null>;
  readonly #problems: string[] = [];
  readonly #blocked: string[] = [];
  #output = '';
  #ready: BrowserContext | undefined;
  #browserClosed: Promise<void> | undefined;

  constructor(options: HostOptions) {
    const browser = withDefaults(options);
    const { locale, interactive, colorScheme } = browser;
    this.#child = startMainChild({
      appDir: options.appDir,
      args: [`--user-data-dir=${options.userData}`, ...(options.args ?? [])],
      env: options.env ?? {},
      facts: { locale, interactive, dark: colorScheme === 'dark' },
      write: (text) => {
        this.#output += text;
        if (interactive) process.stdout.write(text);
      },
    });
    this.#exited = once(this.#child, 'exit').then(([code]) => code as number | null);
    this.#context = startBrowser(browser);
    // Filled below, before the first message: the windows need the link that needs their answers.
    const answers = {} as DriverCalls;
    this.#main = createLink<MainCalls>(
      {
        send: (message) => {
          if (this.#child.connected) this.#child.send(message, () => undefined);
        },
        onMessage: (receive) => void this.#child.on('message', receive),
      },
      answers,
    );
    this.#windows = new HostWindows({
      context: this.#context,
      main: this.#main,
      interactive,
      problem: (text) => void this.#problems.push(text),
      opened: (page) => this.#firstWindow.resolve(page),
    });
    Object.assign(answers, this.#windows.calls, this.#otherCalls(browser));
    this.#start(options);
  }

  #start(options: HostOptions): void {
    const { VITE_DEV_SERVER_URL: devServer } = { ...process.env, ...options.env };
    const started = this.#context.then(async (context) => {
      this.#ready = context;
      this.#windows.keepWatch(context);
      await routeRequests(context, {
        main: this.#main,
        windowOf: this.#windows.windowOf,
        isExpected: this.#windows.isExpected,
        devOrigin: devServer === undefined ? undefined : URL.parse(devServer)?.origin,
        blocked: (url) => void this.#blocked.push(url),
      });
      await this.#main.call('ready');
    });
    started.catch((error: unknown) => {
      this.#firstWindow.reject(error instanceof Error ? error : new Error(String(error)));
      killTree(this.#child);
    });
    this.#firstWindow.promise.catch(() => undefined);
    void this.#exited.then(async (code) => {
      this.#firstWindow.reject(
        new Error(`the application ended (${String(code)}) before its first window:\n${this.#output}`),
      );
      await this.#closeBrowser();
    });
  }

  /** The calls that need more than one window. */
  #otherCalls(browser: BrowserOptions): Omit<DriverCalls, keyof HostWindows['calls']> {
    const anyPage = (): Page => {
      const page = this.windows().at(-1);
      if (!page) throw new Error('[browser-host] there is no window to ask in');
      return page;
    };
    return {
      setTheme: async (source) => {
        const colorScheme = source === 'system' ? (browser.colorScheme ?? null) : source;
        await Promise.all(this.windows().map((page) => page.emulateMedia({ colorScheme })));
      },
      chooseFile: (accept) => chooseFile(anyPage(), accept),
      confirm: (text, canRefuse) => confirmInPage(anyPage(), text, canRefuse),
    };
  }

  /** Answers when the browser has written its profile and ended; Playwright makes only the first caller of close() wait for that. */
  #closeBrowser(): Promise<void> {
    this.#browserClosed ??= this.#context.then((context) => context.close()).catch(() => undefined);
    return this.#browserClosed;
  }

  firstWindow = (): Promise<Page> => this.#firstWindow.promise;
  windows = (): Page[] => this.#windows.pages();
  process = (): ChildProcess => this.#child;
  exited = (): Promise<number | null> => this.#exited;
  problems = (): string[] => [...this.#problems];
  blockedRequests = (): string[] => [...this.#blocked];
  output = (): string => this.#output;

  context(): BrowserContext {
    if (!this.#ready) throw new Error('the browser has not started yet: await firstWindow() first');
    return this.#ready;
  }

  evaluate<R, A>(run: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    // The answer is what the function returns, copied between the processes.
    return this.#main.call('evaluate', run.toString(), arg) as Promise<R>;
  }

  async close(): Promise<void> {
    if (this.#child.connected) this.#main.call('quit').catch(() => undefined);
    await this.#exited;
    await this.#closeBrowser();
  }

  async kill(): Promise<void> {
    killTree(this.#child);
    await this.#exited;
    await this.#closeBrowser();
  }
}

/** Starts an application in the browser host. */
export function launchBrowserHost(options: HostOptions): HostApp {
  return new RunningApp(options);
}
