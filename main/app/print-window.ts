import { BrowserWindow, type PrintToPDFOptions } from 'electron';
import { AppError } from '#domain/app-error';
import type { PrintPages } from './print-pages';

/** A document to be printed. Its paper and margins are in its style sheet. */
export interface PrintJob {
  readonly html: string;
  /** Whether the file says what is a heading, a table, a cell: for screen readers, at ten times the size. */
  readonly tagged: boolean;
}

/** Thousands of rows take some seconds; after this a print is not slow but stuck. */
const limitMs = 120_000;

/** What is printed is laid out as on a sheet, never shown; it needs none of what a page could be allowed. */
function openHiddenWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1123,
    height: 794,
    show: false,
    title: 'Print',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      javascript: false,
    },
  });
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  return window;
}

const failed = (why: string, cause?: unknown) =>
  new AppError('export/print-failed', { message: `The pages could not be printed: ${why}.` }, cause);

/** Rejects when the print is given up, takes too long, or its window or process ends. */
function whenStopped(window: BrowserWindow, cancel: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const limit = AbortSignal.timeout(limitMs);
    const onCancel = () => {
      reject(new AppError('app/cancelled', { message: 'The print was cancelled.' }));
    };
    if (cancel.aborted) onCancel();
    cancel.addEventListener('abort', onCancel, { once: true });
    limit.addEventListener('abort', () => reject(failed('they took too long')), { once: true });
    window.once('closed', () => reject(failed('their window was closed')));
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(failed(reason)));
  });
}

async function loadAndPrint(window: BrowserWindow, url: string, options: PrintToPDFOptions): Promise<Buffer> {
  try {
    // Done when the style sheet and the fonts are there too: the page names its fonts as preloads.
    await window.loadURL(url);
    return await window.webContents.printToPDF(options);
  } catch (thrown) {
    throw failed('the window refused', thrown);
  }
}

/**
 * Prints documents to PDF, each in a hidden window of its own: what Chromium holds of one is given back before the next.
 *
 * Fails with `app/cancelled` when the signal aborts, else with `export/print-failed`.
 */
export function createPagePrinter(
  pages: PrintPages,
): (job: PrintJob, signal: AbortSignal) => Promise<Uint8Array> {
  return async ({ html, tagged }, signal) => {
    const window = openHiddenWindow();
    const page = pages.offer(html);
    const options = {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: tagged,
      generateDocumentOutline: tagged,
    };
    try {
      return await Promise.race([whenStopped(window, signal), loadAndPrint(window, page.url, options)]);
    } finally {
      page.withdraw();
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
