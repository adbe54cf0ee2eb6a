import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { answer } from './driver-link';
import { requirePlainJson } from './plain-json';
import type { MainFrame, WebContents } from './web-contents';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** A message of the preload's half of the channel. */
type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly channel: string;
      readonly args: readonly unknown[];
    };

interface Sent {
  readonly sender: WebContents;
  readonly senderFrame: MainFrame;
  readonly processId: number;
  readonly frameId: number;
  readonly type: 'frame';
}

/** Electron's `ipcMain`. Failures reach the page as Electron's do: a message only, without the error's code. */
export class IpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  constructor(contentsOf: (windowId: number) => WebContents | undefined) {
    super();
    answer('received', (windowId, url, text) => {
      const sender = contentsOf(windowId);
      if (!sender) return;
      sender.mainFrame.url = url;
      const event: Sent = {
        sender,
        senderFrame: sender.mainFrame,
        processId: sender.id,
        frameId: 1,
        type: 'frame',
      };
      // Written by the injected half of the channel, which only the preload's world can reach.
      const message = JSON.parse(text) as FromPage;
      if (message.kind === 'send') this.emit(message.channel, event, ...message.args);
      else void this.#invoke(event, message);
    });
  }

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]): unknown => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  async #invoke(event: Sent, { id, channel, args }: Extract<FromPage, { kind: 'invoke' }>): Promise<void> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      // The stand-in's event has the members of Electron's that are listed in `Sent`.
      const value: unknown = await handler(event as unknown as Electron.IpcMainInvokeEvent, ...args);
      requirePlainJson(value, channel);
      event.sender.post({ kind: 'reply', id, ok: true, value });
    } catch (error) {
      const message = `Error invoking remote method '${channel}': ${String(error)}`;
      event.sender.post({ kind: 'reply', id, ok: false, message });
    }
  }
}
