type AnyFunction = (...args: unknown[]) => unknown;

/** A value on its way through the bridge: data as it is, functions and promises as numbers. */
type Wire =
  | { readonly t: 'data'; readonly value: unknown }
  | { readonly t: 'list'; readonly items: readonly Wire[] }
  | { readonly t: 'object'; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly t: 'function' | 'promise'; readonly id: number }
  | { readonly t: 'error'; readonly message: string };

type BridgeMessage =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Wire }
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Wire[] }
  | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Wire }
  | { readonly kind: 'answer'; readonly ok: boolean; readonly value: Wire };

/**
 * One half of the context bridge: the isolated world of the preload and the page's own world share only the DOM, so each half sends events
 * to an element that nobody else can reach. An event is delivered at once and its detail is cloned between the worlds, so calls return
 * values. As in Electron: errors keep their message only, and files stay files. One closed function, because its source is injected
 * into pages.
 */
export function makeBridgeSide(
  element: EventTarget,
  events: { readonly mine: string; readonly theirs: string },
  plainOnly: (value: unknown, what: string) => void,
) {
  // Taken before any script of the page runs, so that the page cannot replace them.
  const { apply, defineProperty } = Reflect;
  const [Event, dispatch, listen] = [CustomEvent, element.dispatchEvent, element.addEventListener];
  const FileClass = File;
  const own: AnyFunction[] = [];
  const proxies = new Map<number, AnyFunction>();
  const awaited = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let promises = 0;
  let answer: Extract<BridgeMessage, { kind: 'answer' }> | undefined;

  const tell = (message: BridgeMessage): void => {
    apply(dispatch, element, [new Event(events.theirs, { detail: message })]);
  };
  const errorOf = (value: Wire): Error =>
    new Error(value.t === 'error' ? value.message : 'the bridge failed');
  const messageOf = (error: unknown): Wire => ({
    t: 'error',
    message: error instanceof Error ? error.message : String(error),
  });

  function ask(message: BridgeMessage): unknown {
    answer = undefined;
    tell(message);
    const got = answer as Extract<BridgeMessage, { kind: 'answer' }> | undefined;
    if (!got) throw new Error('the other side of the bridge is gone');
    if (!got.ok) throw errorOf(got.value);
    return unwrap(got.value);
  }

  function isPlain(value: unknown): boolean {
    try {
      plainOnly(value, 'bridge');
      return true;
    } catch {
      return false;
    }
  }

  function wrapPromise(promise: Promise<unknown>): Wire {
    const id = (promises += 1);
    const settle = (ok: boolean, value: Wire): void => tell({ kind: 'settle', id, ok, value });
    promise
      .then((value) => settle(true, wrap(value)))
      .catch((error: unknown) => settle(false, messageOf(error)));
    return { t: 'promise', id };
  }

  function wrap(value: unknown): Wire {
    if (typeof value === 'function') {
      const known = own.indexOf(value as AnyFunction);
      return { t: 'function', id: known >= 0 ? known : own.push(value as AnyFunction) - 1 };
    }
    if (value instanceof Promise) return wrapPromise(value);
    if (value instanceof Error) return messageOf(value);
    if (isPlain(value) || value instanceof FileClass) return { t: 'data', value };
    if (Array.isArray(value)) return { t: 'list', items: value.map(wrap) };
    const prototype: unknown = typeof value === 'object' && value !== null && Object.getPrototypeOf(value);
    if (prototype !== Object.prototype) plainOnly(value, 'bridge');
    return { t: 'object', entries: Object.entries(value as object).map(([key, part]) => [key, wrap(part)]) };
  }

  function unwrap(wire: Wire): unknown {
    if (wire.t === 'data') return wire.value;
    if (wire.t === 'error') return errorOf(wire);
    if (wire.t === 'list') return wire.items.map(unwrap);
    if (wire.t === 'object')
      return Object.fromEntries(wire.entries.map(([key, part]) => [key, unwrap(part)]));
    if (wire.t === 'promise')
      return new Promise((resolve, reject) => awaited.set(wire.id, { resolve, reject }));
    const known = proxies.get(wire.id);
    if (known) return known;
    const proxy: AnyFunction = (...args) => ask({ kind: 'call', id: wire.id, args: args.map(wrap) });
    proxies.set(wire.id, proxy);
    return proxy;
  }

  function deepFreeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  }

  function expose(key: string, value: unknown): void {
    if (key in window)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    defineProperty(window, key, { value: deepFreeze(value), enumerable: true });
  }

  function settled({ id, ok, value }: Extract<BridgeMessage, { kind: 'settle' }>): void {
    const waiting = awaited.get(id);
    awaited.delete(id);
    if (ok) waiting?.resolve(unwrap(value));
    else waiting?.reject(errorOf(value));
  }

  function reply(run: () => unknown): void {
    let message: BridgeMessage;
    try {
      message = { kind: 'answer', ok: true, value: wrap(run()) };
    } catch (error) {
      message = { kind: 'answer', ok: false, value: messageOf(error) };
    }
    tell(message);
  }

  apply(listen, element, [
    events.mine,
    (event: CustomEvent<BridgeMessage>) => {
      const message = event.detail;
      if (message.kind === 'answer') answer = message;
      else if (message.kind === 'settle') settled(message);
      else if (message.kind === 'expose') reply(() => expose(message.key, unwrap(message.value)));
      else reply(() => own[message.id]?.(...message.args.map(unwrap)));
    },
  ]);

  return { expose: (key: string, api: unknown): void => void ask({ kind: 'expose', key, value: wrap(api) }) };
}
