import path from 'node:path';

/** The scheme and host of our own pages. Nothing else is ever shown. */
export const appOrigin = 'app://bundle';

/** Where pages are printed from. An origin of its own: the screen cannot fetch what is printed, nor a printed page call the bridge. */
export const printOrigin = 'app://print';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Which bundled files an origin of ours has. */
export interface BundledSite {
  readonly origin: string;
  readonly folder: string;
}

/** The content type a bundled file is served with. */
export function contentTypeOf(file: string): string {
  return contentTypes[path.extname(file)] ?? 'application/octet-stream';
}

/** The origin of an address by its parsed parts: `URL.origin` is `null` for a scheme that Node does not know. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}

/** The bundled file a request means, or undefined when it is no GET for a file of a known kind inside the site's folder. */
export function bundledFile(
  request: { method: string; url: string },
  { origin, folder }: BundledSite,
): string | undefined {
  if (!URL.canParse(request.url)) return undefined;
  const url = new URL(request.url);
  if (request.method !== 'GET' || originOf(url) !== origin) return undefined;
  // Bundled names are plain ASCII: a percent sign means nothing of ours.
  if (url.pathname.includes('%')) return undefined;
  const file = path.join(folder, url.pathname === '/' ? 'index.html' : url.pathname);
  const isInside = file.startsWith(folder + path.sep);
  return isInside && path.extname(file) in contentTypes ? file : undefined;
}

/** Whether a URL is one of our own pages: by its parsed parts, never by how the text begins. */
export function isOurPage(text: string): boolean {
  return URL.canParse(text) && originOf(new URL(text)) === appOrigin;
}
