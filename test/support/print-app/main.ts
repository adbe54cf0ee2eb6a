/** An application that does nothing but print, with the desk's own protocol, policy and hidden windows. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { registerAppScheme, serveAppProtocol } from '../../../main/app/app-protocol';
import { createPrintPages, type PrintPages } from '../../../main/app/print-pages';
import { createPagePrinter } from '../../../main/app/print-window';
import { applySecurityPolicy } from '../../../main/app/security-policy';

declare global {
  /** For the test that started the application: see print-app.ts. */
  var printing: {
    readonly print: ReturnType<typeof createPagePrinter>;
    readonly cancels: Map<string, AbortController>;
    /** Where each page was to be found. */
    readonly addresses: string[];
    readonly windows: () => number;
  };
}

registerAppScheme();
app.enableSandbox();
void app.whenReady().then(async () => {
  applySecurityPolicy();
  const pages = createPrintPages(randomUUID);
  const addresses: string[] = [];
  const printPages: PrintPages = {
    ...pages,
    offer(html) {
      const page = pages.offer(html);
      addresses.push(page.url);
      return page;
    },
  };
  const nowhere = path.join(app.getAppPath(), 'nowhere');
  serveAppProtocol({
    screen: nowhere,
    print: process.env['DESK_PRINT_ASSETS'] ?? nowhere,
    printPages,
  });
  globalThis.printing = {
    print: createPagePrinter(printPages),
    cancels: new Map(),
    addresses,
    windows: () => BrowserWindow.getAllWindows().length,
  };
  // The desk has a window all the time.
  const desk = new BrowserWindow({ width: 400, height: 300 });
  await desk.loadURL('about:blank');
});
