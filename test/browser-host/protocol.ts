import type * as Electron from 'electron';
import type { PageRequest, PageResponse } from './calls';
import { sayFailure } from './say';

type Handler = (request: Request) => Response | Promise<Response>;

/** What the session does with requests and answers on their way. */
export interface RequestFilter {
  mayStart(url: string): Promise<boolean>;
  changeHeaders(
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>>;
}

/** Electron's `protocol`: the application's own scheme, answered by its handler. */
export class Protocol implements Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> {
  readonly #handlers = new Map<string, Handler>();
  readonly #isReady: () => boolean;
  readonly #filter: RequestFilter;

  constructor(isReady: () => boolean, filter: RequestFilter) {
    this.#isReady = isReady;
    this.#filter = filter;
  }

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (this.#isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    const unsafe = schemes.find(({ privileges }) => privileges?.bypassCSP);
    if (unsafe) throw new Error(`[browser-host] refused the scheme ${unsafe.scheme} with bypassCSP`);
  }

  handle(
    scheme: string,
    handler: (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>,
  ): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled = (scheme: string): boolean => this.#handlers.has(scheme);

  /** Answers a request of a page; undefined when there is no handler, it failed, or the session cancelled the request. */
  async respond({ url, method, headers, body }: PageRequest): Promise<PageResponse | undefined> {
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler || !(await this.#filter.mayStart(url))) return undefined;
    try {
      const response = await handler(
        new Request(url, { method, headers, ...(body && { body: body as BodyInit }) }),
      );
      if (response.type === 'error') return undefined;
      return {
        status: response.status,
        headers: await this.#filter.changeHeaders(url, Object.fromEntries(response.headers)),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      sayFailure(`the protocol handler failed for ${url}`, error);
      return undefined;
    }
  }
}
