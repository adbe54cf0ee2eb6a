import { BrowserWindow } from 'electron';
import { appOrigin } from './bundled-file';

export interface MainWindowOptions {
  readonly preload: string;
  /** A Vite development server's address; the bundled page when absent. */
  readonly devServerUrl?: string | undefined;
  readonly onClosed: () => void;
}

let current: BrowserWindow | undefined;

/** The desk's window while it is open. Electron's list of windows also has those that print. */
export function mainWindow(): BrowserWindow | undefined {
  return current;
}

/** Opens the desk's window: sandboxed, isolated, without Node, showing our own page. */
export async function openMainWindow(options: MainWindowOptions): Promise<void> {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    title: 'Payment Link Desk',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  current = window;
  window.once('closed', () => {
    current = undefined;
    options.onClosed();
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL(options.devServerUrl ?? `${appOrigin}/index.html`);
}
