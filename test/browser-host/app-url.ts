/** Chromium cannot intercept a scheme it does not know, so pages see app://bundle/x as https://bundle.app.bh.test/x. */
const suffix = '.bh.test';

/** The address a page uses for an address of the application: app://bundle/x becomes https://bundle.app.bh.test/x. */
export function toPageUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  if (!match || /^(https?|wss?|file|data|blob|about)$/i.test(scheme)) return url;
  return `https://${host}.${scheme}${suffix}${rest}`;
}

/** The address the application knows for an address of a page; addresses that are not the application's stay as they are. */
export function toAppUrl(url: string): string {
  if (!isAppPageUrl(url)) return url;
  const { hostname, pathname, search, hash } = new URL(url);
  const labels = hostname.slice(0, -suffix.length).split('.');
  const scheme = labels.pop() ?? '';
  return `${scheme}://${labels.join('.')}${pathname}${search}${hash}`;
}

/** True for a page's address that stands for one of the application's own protocol. */
export const isAppPageUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === 'https:' && parsed.hostname.endsWith(suffix);
};
