import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { bundledFile, contentTypeOf } from './bundled-file';

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

/** Must run before the app is ready: gives the scheme an origin of its own and the rules of https. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the bundled files of one folder, each with the content security policy; everything else is 404. */
export function serveAppProtocol(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = bundledFile(request, folder);
    const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (file === undefined || body === undefined) return new Response('Not found', { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': contentTypeOf(file),
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  });
}
