import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { WindowEvent } from './calls';
import { driver, tellDriver } from './driver-link';
import { toPdfCommand } from './pdf-options';
import { requirePlainJson } from './plain-json';
import { emitPreventable } from './preventable';

/** The page's only frame that can send messages, as `event.senderFrame` shows it. */
export class MainFrame implements Pick<
  Electron.WebFrameMain,
  'url' | 'parent' | 'detached' | 'processId' | 'routingId'
> {
  url = '';
  readonly parent = null;
  readonly detached = false;
  readonly processId: number;
  readonly routingId = 1;

  constructor(processId: number) {
    this.processId = processId;
  }
  get origin(): string {
    const { protocol, host } = new URL(this.url || 'about:blank');
    return host === '' ? 'null' : `${protocol}//${host}`;
  }
  get top(): this {
    return this;
  }
  isDestroyed = (): boolean => false;
}

// prettier-ignore
type Members = 'id' | 'send' | 'getURL' | 'setWindowOpenHandler' | 'reload' | 'isDestroyed' | 'printToPDF' | 'isLoading' | 'focus' | 'isDevToolsOpened';

/** A window's contents: messages to its page, its address, what it may open. */
export class WebContents extends EventEmitter implements Pick<Electron.WebContents, Members> {
  readonly id: number;
  readonly session: object;
  readonly mainFrame: MainFrame;
  #destroyed = false;
  #loading = true;
  #outbox: string[] = [];
  #windowOpenHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({
    action: 'deny',
  });

  constructor(id: number, session: object) {
    super();
    this.id = id;
    this.session = session;
    this.mainFrame = new MainFrame(id);
  }

  getURL = (): string => this.mainFrame.url;
  isDestroyed = (): boolean => this.#destroyed;
  isLoading = (): boolean => this.#loading;
  isDevToolsOpened = (): boolean => false;
  focus(): void {
    tellDriver('focus', this.id);
  }
  reload(): void {
    tellDriver('reload', this.id);
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.#windowOpenHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    for (const arg of args) requirePlainJson(arg, channel);
    this.post({ kind: 'event', channel, args });
  }

  /** Sends a message to the preload. Messages of one turn travel together: one by one costs ten times as much. */
  post(message: object): void {
    if (this.#outbox.push(JSON.stringify(message)) > 1) return;
    setImmediate(() => {
      const messages = this.#outbox;
      this.#outbox = [];
      if (!this.#destroyed) tellDriver('deliver', this.id, messages);
    });
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    return Buffer.from(await driver.call('printToPdf', this.id, toPdfCommand(options)), 'base64');
  }

  /** Asks the application about a window the page wants. The stand-in opens none: `allow` is refused by name. */
  openRequested(url: string): void {
    const { action } = this.#windowOpenHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
    });
    if (action === 'allow')
      throw new Error('[browser-host] opening a window from a page is not implemented by the stand-in');
  }

  mayNavigate(url: string): boolean {
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    };
    let prevented = false;
    const event = { ...details, preventDefault: () => void (prevented = true) };
    this.emit('will-frame-navigate', event);
    this.emit('will-navigate', event, url);
    return !prevented;
  }

  mayUnload = (): boolean => !emitPreventable(this, 'will-prevent-unload');

  happened(event: WindowEvent): void {
    if (event.type === 'navigated') {
      this.mainFrame.url = event.url;
      this.#loading = true;
      this.emit('did-navigate', {}, event.url, 200, 'OK');
    } else if (event.type === 'gone') {
      this.emit('render-process-gone', {}, { reason: event.reason, exitCode: 1 });
    } else if (event.type === 'closed') {
      this.#destroyed = true;
      this.emit('destroyed');
    } else {
      if (event.type === 'did-finish-load') this.#loading = false;
      this.emit(event.type, {});
    }
  }
}
