import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, utilityProcess } from 'electron';

const here = import.meta.dirname;
const userData = app.getPath('userData');
mkdirSync(userData, { recursive: true });
const note = (line) => appendFileSync(join(userData, 'events.log'), `${line}\n`);
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'";
const types = { html: 'text/html', js: 'text/javascript' };

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (!app.requestSingleInstanceLock({ from: 'second' })) {
  app.quit();
} else {
  app.on('second-instance', (_event, argv, _cwd, data) =>
    note(`second-instance ${argv.at(-1)} ${data.from}`),
  );
  for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => note(name));
  app.on('window-all-closed', () => note('window-all-closed') ?? app.quit());

  ipcMain.handle('echo', (event, value) => ({
    value,
    from: event.senderFrame.url,
    origin: event.senderFrame.origin,
  }));
  ipcMain.handle('boom', () => {
    throw Object.assign(new TypeError('kaput'), { code: 'secret-code' });
  });
  ipcMain.handle('date', () => ({ at: new Date(0) }));
  ipcMain.handle('nothing', () => undefined);
  ipcMain.on('note', (_event, line) => note(line));

  await app.whenReady();
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'bundle') return new Response('no', { status: 404 });
    const body = readFileSync(join(here, 'page', pathname.slice(1)));
    return new Response(body, {
      headers: { 'content-type': types[pathname.split('.').at(-1)], 'content-security-policy': csp },
    });
  });
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    webPreferences: { preload: join(here, 'preload.cjs') },
  });
  window.on('close', () => note('close'));
  window.on('closed', () => note('closed'));
  window.webContents.on('will-navigate', (event, url) => {
    note(`will-navigate ${url}`);
    event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    note(`open ${url}`);
    return { action: 'deny' };
  });
  globalThis.helper = () => utilityProcess.fork(join(here, 'helper.mjs'), ['--as', 'helper']);
  await window.loadURL('app://bundle/index.html');
}
