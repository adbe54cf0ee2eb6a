import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Electron from 'electron';
import { answer, facts } from './driver-link';
import { emitPreventable } from './preventable';
import { requestLock } from './single-instance';

/** What the life cycle needs of the windows. */
export interface ClosableWindow {
  /** Answers whether the window closed; its listeners and its page may object. */
  tryToClose(): Promise<boolean>;
}

// prettier-ignore
type Members =
  | 'getVersion' | 'getName' | 'setName' | 'name' | 'getLocale' | 'getSystemLocale' | 'getPreferredSystemLanguages' | 'getAppPath' | 'getPath' | 'setPath'
  | 'isPackaged' | 'isReady' | 'whenReady' | 'quit' | 'exit' | 'focus' | 'requestSingleInstanceLock' | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock' | 'enableSandbox' | 'setAppUserModelId' | 'setAboutPanelOptions' | 'disableHardwareAcceleration';

function switchValue(name: string): string | undefined {
  const found = process.argv.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return found?.slice(name.length + 3);
}

const commandLine: Pick<Electron.CommandLine, keyof Electron.CommandLine> = {
  appendSwitch: () => undefined,
  appendArgument: () => undefined,
  hasSwitch: (name: string) => switchValue(name) !== undefined,
  getSwitchValue: (name: string) => switchValue(name) ?? '',
  removeSwitch: () => undefined,
};

function appDataFolder(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** The application's life cycle and facts, as in Electron: ready, before-quit, close of each window, will-quit, quit. */
export class App extends EventEmitter implements Pick<Electron.App, Members> {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  name: string;
  readonly #version: string;
  readonly #paths = new Map<string, string>();
  readonly #windows: () => readonly ClosableWindow[];
  readonly #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #quitting = false;
  #lock: { release(): void } | undefined;

  constructor(windows: () => readonly ClosableWindow[]) {
    super();
    this.#windows = windows;
    // The manifest of the application that is being run: package.json's own fields.
    const manifest = JSON.parse(readFileSync(join(facts.appDir, 'package.json'), 'utf8')) as {
      name: string;
      productName?: string;
      version: string;
    };
    this.name = manifest.productName ?? manifest.name;
    this.#version = manifest.version;
    answer('ready', () => {
      this.#isReady = true;
      this.emit('will-finish-launching');
      this.emit('ready', {}, {});
      this.#ready.resolve(undefined);
    });
    answer('quit', () => this.quit());
  }

  getVersion = (): string => this.#version;
  getName = (): string => this.name;
  setName(name: string): void {
    this.name = name;
  }
  getLocale = (): string => facts.locale;
  getSystemLocale = (): string => facts.locale;
  getPreferredSystemLanguages = (): string[] => [facts.locale];
  getAppPath = (): string => facts.appDir;
  isReady = (): boolean => this.#isReady;
  whenReady = (): Promise<void> => this.#ready.promise;
  focus(): void {
    this.emit('browser-window-focus');
  }
  // The host refuses windows without a sandbox in any case; the names of Windows' task bar and the graphics card are none of its business.
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  setAppUserModelId = (): void => undefined;
  setAboutPanelOptions = (): void => undefined;
  disableHardwareAcceleration = (): void => undefined;

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const path = this.#paths.get(name) ?? this.#defaultPath(name);
    if (path === undefined)
      throw new Error(`[browser-host] electron.app.getPath('${name}') is not implemented by the stand-in`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  #defaultPath(name: string): string | undefined {
    const home = homedir();
    const userData = (): string => resolve(switchValue('user-data-dir') ?? join(appDataFolder(), this.name));
    const known: Readonly<Record<string, () => string>> = {
      home: () => home,
      appData: appDataFolder,
      userData,
      sessionData: userData,
      logs: () =>
        process.platform === 'darwin'
          ? join(home, 'Library', 'Logs', this.name)
          : join(this.getPath('userData'), 'logs'),
      crashDumps: () => join(this.getPath('userData'), 'Crashpad'),
      temp: tmpdir,
      exe: () => process.execPath,
      module: () => process.execPath,
      desktop: () => join(home, 'Desktop'),
      documents: () => join(home, 'Documents'),
      downloads: () => join(home, 'Downloads'),
    };
    return known[name]?.();
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const mine = { argv: process.argv, cwd: process.cwd(), additionalData };
    this.#lock ??= requestLock(this.getPath('userData'), mine, (other) => {
      this.emit('second-instance', {}, other.argv, other.cwd, other.additionalData);
    });
    return this.#lock !== undefined;
  }
  hasSingleInstanceLock = (): boolean => this.#lock !== undefined;
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    // A listener that prevents the quit may call quit() again at once, so the first answer is known without waiting.
    if (emitPreventable(this, 'before-quit')) void this.#closeAndExit();
    else this.#quitting = false;
  }

  async #closeAndExit(): Promise<void> {
    for (const window of this.#windows()) {
      if (await window.tryToClose()) continue;
      this.#quitting = false;
      return;
    }
    if (emitPreventable(this, 'will-quit')) this.exit(0);
    else this.#quitting = false;
  }

  exit(exitCode = 0): void {
    this.emit('quit', {}, exitCode);
    this.releaseSingleInstanceLock();
    process.exit(exitCode);
  }

  /** Called when the last window is gone: without a listener the application quits, as in Electron. */
  allWindowsClosed(): void {
    if (!this.#quitting && !this.emit('window-all-closed')) this.quit();
  }
}
