import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { appOrigin, bundledFile, contentTypeOf, printOrigin } from './bundled-file';
import type { PrintPages } from './print-pages';

/** No inline script or style, no network, no frames: see "Electron hardening" in ARCHITECTURE.md. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A printed page is text, a style sheet and fonts: it has no script, no picture and nobody to talk to. */
export const printSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ServedPages {
  /** The folder of the screen. */
  readonly screen: string;
  /** The folder with the style sheet and the fonts of printed pages. */
  readonly print: string;
  readonly printPages: PrintPages;
}

/** Must run before the app is ready: gives the scheme an origin of its own and the rules of https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

function answer(body: string | Uint8Array<ArrayBuffer>, contentType: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      ...(policy === printSecurityPolicy ? { 'cache-control': 'no-store' } : {}),
    },
  });
}

const readBundled = async (file: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  readFile(file).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );

/**
 * Serves the bundled files of the screen, and for printing those of another folder and the pages that wait in memory; each with
 * the content security policy of its origin. Everything else is 404.
 */
export function serveAppProtocol({ screen, print, printPages }: ServedPages): void {
  protocol.handle('app', async (request) => {
    const page = request.method === 'GET' ? printPages.take(request.url) : undefined;
    if (page !== undefined) return answer(page, contentTypeOf(request.url), printSecurityPolicy);
    const ours = bundledFile(request, { origin: appOrigin, folder: screen });
    const file = ours ?? bundledFile(request, { origin: printOrigin, folder: print });
    const body = file === undefined ? undefined : await readBundled(file);
    if (file === undefined || body === undefined) return new Response('Not found', { status: 404 });
    const policy = ours === undefined ? printSecurityPolicy : contentSecurityPolicy;
    return answer(body, contentTypeOf(file), policy);
  });
}
