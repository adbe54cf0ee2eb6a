import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { RequestFilter } from './protocol';

type BeforeRequest = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void;
type HeadersReceived = (
  details: { url: string; responseHeaders: Record<string, string[]> },
  callback: (response: { responseHeaders?: Record<string, string | string[]> }) => void,
) => void;

/** The two listeners of `webRequest` that matter for a content security policy and for a network guard. */
export class WebRequest implements RequestFilter {
  #beforeRequest: BeforeRequest | null = null;
  #headersReceived: HeadersReceived | null = null;

  /** Filters by address are not looked at: the page can reach the application's own protocol only. */
  onBeforeRequest(...args: readonly [BeforeRequest | null] | readonly [object, BeforeRequest | null]): void {
    this.#beforeRequest = args.length === 1 ? args[0] : args[1];
  }
  onHeadersReceived(
    ...args: readonly [HeadersReceived | null] | readonly [object, HeadersReceived | null]
  ): void {
    this.#headersReceived = args.length === 1 ? args[0] : args[1];
  }

  mayStart(url: string): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (!listener) return Promise.resolve(true);
    return new Promise((resolve) => listener({ url }, ({ cancel }) => resolve(cancel !== true)));
  }

  changeHeaders(
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> {
    const listener = this.#headersReceived;
    if (!listener) return Promise.resolve(headers);
    const responseHeaders = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    );
    return new Promise((resolve) =>
      listener({ url, responseHeaders }, (changed) => {
        const entries = Object.entries(changed.responseHeaders ?? responseHeaders);
        resolve(Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')])));
      }),
    );
  }
}

/**
 * Electron's default session. The browser that the host starts grants no permission by itself, so permission handlers are accepted and kept
 * but never asked; the Electron leg of the same specs proves them.
 */
export class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
    >
{
  readonly webRequest: WebRequest;
  readonly protocol: object;

  constructor(webRequest: WebRequest, protocol: object) {
    super();
    this.webRequest = webRequest;
    this.protocol = protocol;
  }
  setPermissionRequestHandler = (): void => undefined;
  setPermissionCheckHandler = (): void => undefined;
  setDevicePermissionHandler = (): void => undefined;
  setDisplayMediaRequestHandler = (): void => undefined;
  setSpellCheckerEnabled = (): void => undefined;
}
