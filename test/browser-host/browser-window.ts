import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { WindowEvent } from './calls';
import { answer, driver, tellDriver } from './driver-link';
import { guard } from './guard';
import { emitPreventable } from './preventable';
import { refuseUnsafeWindow } from './safe-window';
import { WebContents } from './web-contents';

// prettier-ignore
type Members =
  | 'id' | 'loadURL' | 'show' | 'showInactive' | 'hide' | 'focus' | 'close' | 'destroy' | 'isDestroyed' | 'isVisible' | 'isFocused' | 'isMinimized' | 'isMaximized'
  | 'isFullScreen' | 'minimize' | 'maximize' | 'unmaximize' | 'restore' | 'getBounds' | 'getNormalBounds' | 'setBounds' | 'getSize' | 'setSize' | 'getContentSize' | 'setMinimumSize'
  | 'getTitle' | 'setTitle' | 'setMenu' | 'removeMenu' | 'setMenuBarVisibility' | 'setAutoHideMenuBar' | 'setBackgroundColor' | 'setProgressBar';

/** What windows tell the rest of the stand-in. */
export interface WindowKeeper {
  readonly session: object;
  isReady(): boolean;
  created(window: BrowserWindow): void;
  allClosed(): void;
}

const open = new Map<number, BrowserWindow>();
let count = 0;
let keeper: WindowKeeper | undefined;

/** Connects the windows with the application and the launcher. */
export function keepWindows(by: WindowKeeper): void {
  keeper = by;
  answer('windowEvent', (id, event) => open.get(id)?.happened(event));
  answer('mayNavigate', (id, url) => open.get(id)?.webContents.mayNavigate(url) ?? false);
  answer('openRequested', (id, url) => open.get(id)?.webContents.openRequested(url));
  answer('mayUnload', (id) => open.get(id)?.webContents.mayUnload() ?? true);
}

/** Electron's window: a page of the browser. Its place on the screen, its menu and its looks are remembered, not shown. */
export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Members> {
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Electron.Rectangle;
  #title: string;
  #visible: boolean;
  #state: 'normal' | 'minimized' | 'maximized' = 'normal';
  #destroyed = false;
  /** True once the application was asked whether the window may close. */
  #asked = false;

  static getAllWindows = (): BrowserWindow[] => [...open.values()];
  static getFocusedWindow = (): BrowserWindow | null =>
    [...open.values()].findLast((window) => window.isVisible()) ?? null;
  static fromId = (id: number): BrowserWindow | null => open.get(id) ?? null;
  static fromWebContents = (contents: { readonly id: number }): BrowserWindow | null =>
    open.get(contents.id) ?? null;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    refuseUnsafeWindow(options.webPreferences);
    if (!keeper?.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, title = '', show = true } = options;
    const { preload, javascript = true } = options.webPreferences ?? {};
    this.id = count += 1;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.#visible = show;
    this.webContents = guard('electron.webContents', new WebContents(this.id, keeper.session));
    const source = preload === undefined ? undefined : readFileSync(preload, 'utf8');
    tellDriver('createWindow', { id: this.id, width, height, preload: source, javascript });
    const guarded = guard('electron.BrowserWindow', this);
    open.set(this.id, guarded);
    keeper.created(guarded);
    return guarded;
  }

  async loadURL(url: string): Promise<void> {
    try {
      await driver.call('load', this.id, url);
    } catch (error) {
      // A window that was closed while it loaded has nobody left to tell.
      if (this.#destroyed) return;
      this.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', url, true);
      throw new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error });
    }
  }

  close(): void {
    void this.tryToClose();
  }

  /** Closes the window unless a listener of `close` or the page objects, and answers whether it is closed. */
  async tryToClose(): Promise<boolean> {
    if (this.#destroyed) return true;
    if (!emitPreventable(this, 'close')) return false;
    this.#asked = true;
    const closed = await driver.call('closeWindow', this.id, true);
    this.#asked = closed;
    if (closed) this.happened({ type: 'closed' });
    return closed;
  }

  destroy(): void {
    tellDriver('closeWindow', this.id, false);
    this.#asked = true;
    this.happened({ type: 'closed' });
  }

  happened(event: WindowEvent): void {
    if (this.#destroyed) return;
    if (event.type !== 'closed') {
      this.webContents.happened(event);
      if (event.type === 'did-finish-load') this.emit('ready-to-show');
      if (event.type === 'focus') this.emit('focus');
      return;
    }
    // The person closed the window: the application hears of it, but it is too late to object.
    if (!this.#asked) emitPreventable(this, 'close');
    this.#destroyed = true;
    open.delete(this.id);
    this.webContents.happened(event);
    this.emit('closed');
    if (open.size === 0) keeper?.allClosed();
  }

  show(): void {
    this.#visible = true;
    this.focus();
    this.emit('show');
  }
  showInactive(): void {
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }
  focus(): void {
    tellDriver('focus', this.id);
  }
  isDestroyed = (): boolean => this.#destroyed;
  isVisible = (): boolean => this.#visible;
  isFocused = (): boolean => BrowserWindow.getFocusedWindow()?.id === this.id;
  isMinimized = (): boolean => this.#state === 'minimized';
  isMaximized = (): boolean => this.#state === 'maximized';
  isFullScreen = (): boolean => false;
  minimize = (): void => this.#become('minimized', 'minimize');
  maximize = (): void => this.#become('maximized', 'maximize');
  unmaximize = (): void => this.#become('normal', 'unmaximize');
  restore = (): void => this.#become('normal', 'restore');
  #become(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    this.#state = state;
    this.emit(event);
  }

  getBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height];
  getContentSize = (): number[] => this.getSize();
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    tellDriver('resize', this.id, this.#bounds.width, this.#bounds.height);
    this.emit('resize');
  }
  setMinimumSize = (): void => undefined;

  getTitle = (): string => this.#title;
  setTitle(title: string): void {
    this.#title = title;
  }
  setMenu = (): void => undefined;
  removeMenu = (): void => undefined;
  setMenuBarVisibility = (): void => undefined;
  setAutoHideMenuBar = (): void => undefined;
  setBackgroundColor = (): void => undefined;
  setProgressBar = (): void => undefined;
}
