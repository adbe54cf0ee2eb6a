import type { BrowserContext, Page, Route } from '@playwright/test';
import { isAppPageUrl, toAppUrl } from './app-url';
import type { MainCalls } from './calls';
import type { Link } from './link';

export interface RouteOptions {
  readonly main: Link<MainCalls>;
  /** The window of a page, undefined for a page that the application did not ask for. */
  windowOf(page: Page): number | undefined;
  /** True when the application itself sends the page there. */
  isExpected(page: Page, url: string): boolean;
  /** The origin of a development server whose requests may pass. */
  readonly devOrigin: string | undefined;
  blocked(url: string): void;
}

/** The page whose main frame is being navigated by this request, if it is such a request. */
function navigatedPage(route: Route): Page | 'unknown' | undefined {
  const request = route.request();
  if (!request.isNavigationRequest()) return undefined;
  try {
    const frame = request.frame();
    return frame.parentFrame() === null ? frame.page() : undefined;
  } catch {
    // A popup's first request comes before its page.
    return 'unknown';
  }
}

async function answer(route: Route, main: Link<MainCalls>): Promise<void> {
  const request = route.request();
  const response = await main.call('request', {
    url: toAppUrl(request.url()),
    method: request.method(),
    headers: request.headers(),
    body: request.postDataBuffer() ?? undefined,
  });
  if (!response) return route.abort('failed');
  await route.fulfill({ ...response, body: Buffer.from(response.body) });
}

async function decide(route: Route, options: RouteOptions): Promise<void> {
  const url = route.request().url();
  const page = navigatedPage(route);
  const windowId = page && page !== 'unknown' ? options.windowOf(page) : undefined;
  // A window that the page opens by itself is closed by the host, which hears of it only once it has loaded something: nothing at all.
  if (page && windowId === undefined) return route.fulfill({ body: '' });
  if (page && page !== 'unknown' && windowId !== undefined && !options.isExpected(page, url)) {
    if (!(await options.main.call('mayNavigate', windowId, toAppUrl(url)))) return route.abort('aborted');
  }
  if (isAppPageUrl(url)) return answer(route, options.main);
  if (options.devOrigin !== undefined && URL.parse(url)?.origin === options.devOrigin)
    return route.continue();
  options.blocked(url);
  return route.abort('blockedbyclient');
}

/** Leads every request of every page: to the application's protocol handler, or nowhere. */
export async function routeRequests(context: BrowserContext, options: RouteOptions): Promise<void> {
  await context.route('**/*', async (route) => {
    // Pages close and the application ends while requests are under way.
    await decide(route, options).catch(() => route.abort('failed').catch(() => undefined));
  });
}
