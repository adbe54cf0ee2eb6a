import type { makeBridgeSide } from './bridge-side';
import type { makeGuard } from './guard';
import type { makePlainJsonCheck } from './plain-json';

type Plain = ReturnType<typeof makePlainJsonCheck>;
type BridgeSide = typeof makeBridgeSide;

/** What the isolated world gets from the launcher; `send` and `report` are bindings that exist in that world only. */
export interface IsolatedWorld {
  readonly event: string;
  readonly bridgeSide: BridgeSide;
  readonly plainOnly: Plain;
  readonly guard: ReturnType<typeof makeGuard>;
  readonly platform: string;
  readonly send: string;
  readonly report: string;
  readonly receive: string;
  readonly fileAt: string;
  /** Begins the text that stands for the path of a file; nobody outside of this world can guess it. */
  readonly pathMark: string;
  readonly preload: (
    require: (name: string) => unknown,
    module: object,
    exports: object,
    process: object,
  ) => void;
}

/** The page's half of the bridge. It waits for an event whose name no page can guess, and takes the shared element from it. */
export function pageWorld(event: string, bridgeSide: BridgeSide, plainOnly: Plain): void {
  // A preload runs in the main frame only.
  if (window !== window.top) return;
  const take = (handed: MouseEvent): void => {
    handed.stopImmediatePropagation();
    if (handed.relatedTarget)
      bridgeSide(handed.relatedTarget, { mine: 'page', theirs: 'preload' }, plainOnly);
  };
  window.addEventListener(event as 'click', take, { once: true, capture: true });
}

/** The preload's world: `ipcRenderer`, `contextBridge`, and the preload itself, in every new document. */
export function isolatedWorld(world: IsolatedWorld): void {
  // Chromium has put both bindings there under names that are made at run time.
  const globals = globalThis as unknown as Record<string, unknown>;
  const send = globals[world.send] as (text: string) => void;
  const report = globals[world.report] as (text: string) => void;
  document.addEventListener('securitypolicyviolation', (event) => {
    report(
      `content security policy: ${event.violatedDirective} blocked ${event.blockedURI} in ${event.documentURI}`,
    );
  });
  if (window !== window.top) return;

  const element = document.createElement('div');
  window.dispatchEvent(new MouseEvent(world.event, { relatedTarget: element }));
  const bridge = world.bridgeSide(element, { mine: 'preload', theirs: 'page' }, world.plainOnly);

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<string, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  // Replies for an earlier document of the same window carry its mark and are ignored.
  const mark = crypto.getRandomValues(new Uint32Array(2)).join('-');
  let count = 0;

  const post = (message: { channel: string; args: unknown[] } & object): void => {
    for (const arg of message.args) world.plainOnly(arg, message.channel);
    send(JSON.stringify({ url: location.href, message }));
  };
  const on = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (channel: string, listener: Listener): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer: object = world.guard('electron.ipcRenderer', {
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args } as never),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = `${mark}:${String((count += 1))}`;
        post({ kind: 'invoke', id, channel, args } as never);
        waiting.set(id, { resolve, reject });
      }),
    on,
    addListener: on,
    off,
    removeListener: off,
    removeAllListeners: (channel: string) => listeners.delete(channel),
  });

  type FromMain =
    | { kind: 'event'; channel: string; args: unknown[] }
    | { kind: 'reply'; id: string; ok: boolean; value?: unknown; message?: string };
  const receiveOne = (message: FromMain): void => {
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer }, ...message.args);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) caller?.resolve(message.value);
    else caller?.reject(new Error(message.message));
  };
  globals[world.receive] = (texts: string[]) =>
    texts.forEach((text) => receiveOne(JSON.parse(text) as FromMain));

  // A path is known to the browser alone, and this call cannot wait: the launcher puts it in place of the mark on the way to main.
  const files: File[] = [];
  globals[world.fileAt] = (index: number) => files[index];
  const getPathForFile = (file: unknown): string => {
    if (!(file instanceof File)) throw new TypeError('webUtils.getPathForFile takes a File');
    return `${world.pathMark}${String(files.push(file) - 1)}`;
  };

  const electron = world.guard('electron', {
    ipcRenderer,
    webUtils: world.guard('electron.webUtils', { getPathForFile }),
    contextBridge: world.guard('electron.contextBridge', { exposeInMainWorld: bridge.expose }),
  });
  const requireModule = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`[browser-host] a sandboxed preload cannot require '${name}'`);
  };
  const module = { exports: {} };
  const process = {
    platform: world.platform,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: {},
  };
  // Says that this document can receive messages.
  send('');
  try {
    world.preload(requireModule, module, module.exports, world.guard('process', process));
  } catch (error) {
    report(`the preload failed: ${String(error)}`);
    throw error;
  }
}
