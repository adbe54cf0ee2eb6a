import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow, clipboard, dialog, net, type IpcMainInvokeEvent } from 'electron';
import type { AccountSecrets, AhrvoSecrets, ApsSecrets, ProviderId } from '#domain/provider';
import type { EventPayloads } from '#contract/events';
import type { EventName } from '#contract/names';
import { registerAppScheme, serveAppProtocol } from './app/app-protocol';
import { isOurPage } from './app/bundled-file';
import { createFileDialogs } from './app/file-dialogs';
import { mainWindow, openMainWindow } from './app/main-window';
import { applyMenu } from './app/menu';
import { revealFile } from './app/open-external';
import { applySecurityPolicy } from './app/security-policy';
import { createPrintPages } from './app/print-pages';
import { createPagePrinter } from './app/print-window';
import { utilityStarter } from './app/utility-link';
import { Workspace } from './app/workspace';
import { runVerifyCommand, verifySwitch } from './audit/verify-command';
import { writeLine } from './audit/write-line';
import { createDesk, type DeskParts } from './desk';
import { servePrints } from './export/pdf/serve-prints';
import { createRouter } from './ipc/router';
import { serveDesk } from './ipc/serve-desk';
import { createFileSink } from './log/file-sink';
import { createLogger, type Logger } from './log/logger';
import { createRedactor } from './log/redact';
import { createStreamSink } from './log/stream-sink';
import { startPracticeGateway } from './practice-gateway/practice-gateway';
import { createAhrvoProvider } from './providers/ahrvo/ahrvo-provider';
import { basicToken } from './providers/ahrvo/ask';
import { ahrvoEndpoint } from './providers/ahrvo/endpoints';
import { createApsProvider } from './providers/aps/aps-provider';
import { apsEndpoints } from './providers/aps/endpoints';
import type { Fetch } from './providers/http/send-request';
import { sleep } from './providers/http/sleep';
import { createKeychainVault } from './secrets/keychain-vault';
import { noteSecrets } from './secrets/known-secrets';
import { readStoreKey, takeStoreKey } from './secrets/store-key';
import { defaultSettings } from './settings/read-settings';
import { createStoreClient } from './store/store-client';

const bundled = import.meta.dirname;
const preload = path.join(bundled, '../preload/preload.cjs');
const devServerUrl = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];

/** Links of the demo workspace, at each provider, and the seed that makes them the same everywhere. */
const sample = { links: 2400, ahrvoLinks: 600, seed: 7 } as const;

const fetchOutside: Fetch = (url, init) => net.fetch(url, init);

/** Every secret this run has met: the log hides them wherever they stand. */
const knownSecrets = new Set<string>();

function startLog() {
  const file = createFileSink({
    folder: path.join(app.getPath('userData'), 'logs'),
    name: 'desk.log',
    maxBytes: 5_000_000,
    keep: 4,
  });
  const sinks = app.isPackaged ? [file] : [file, createStreamSink(process.stderr)];
  const log = createLogger({
    sinks,
    redact: createRedactor(knownSecrets),
    now: Date.now,
    minLevel: app.isPackaged ? 'info' : 'warn',
  });
  return { log, closeLog: file.close };
}

function emit<E extends EventName>(name: E, payload: EventPayloads[E]): void {
  mainWindow()?.webContents.send(name, payload);
}

function isOurWindow({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const isDev =
    devServerUrl !== undefined && new URL(senderFrame.url).origin === new URL(devServerUrl).origin;
  return BrowserWindow.fromWebContents(sender) === mainWindow() && (isOurPage(senderFrame.url) || isDev);
}

/** Secrets on their way to an adapter: one that is only tested has them from the form, not from the vault. */
const noted =
  <T extends AccountSecrets>(take: () => Promise<AccountSecrets>) =>
  async (): Promise<T> => {
    const taken = await take();
    for (const value of Object.values(taken) as string[]) knownSecrets.add(value);
    // HTTP Basic spells both in one.
    if ('username' in taken) knownSecrets.add(basicToken(taken));
    // The registry gives a connection the secrets of its own provider.
    return taken as T;
  };

const outside = { fetch: fetchOutside, clock: Date.now, random: Math.random, sleep };

/** Ahrvo names no sandbox: its form offers none. */
const endpointsOf = {
  aps: apsEndpoints,
  ahrvo: { sandbox: '', production: ahrvoEndpoint },
} as const satisfies Record<ProviderId, Record<'sandbox' | 'production', string>>;

/** Names the adapter for each provider and environment. */
const makeProvider: DeskParts['makeProvider'] =
  ({ settings, practiceEndpoint }) =>
  async ({ connection, secrets }) => {
    const { provider, environment, endpoint: custom = '' } = connection;
    const endpoints = { ...endpointsOf[provider], custom };
    const endpoint = environment === 'practice' ? await practiceEndpoint(provider) : endpoints[environment];
    if (provider === 'ahrvo') {
      const { apiVersion, merchantId, applicationId } = connection;
      const account = { apiVersion, merchantId, applicationId };
      return createAhrvoProvider({ ...outside, ...account, endpoint, secrets: noted<AhrvoSecrets>(secrets) });
    }
    const { zone, language } = await settings.read();
    return createApsProvider({
      ...outside,
      endpoint,
      merchantIdentifier: connection.merchantIdentifier,
      shaType: connection.shaType,
      secrets: noted<ApsSecrets>(secrets),
      // The update page names the original reference, the manage guide a fresh one; the link's id alone is unambiguous.
      referencePolicy: 'original',
      zone,
      language,
    });
  };

const printPages = createPrintPages(() => randomBytes(32).toString('hex'));

const startKeychain = utilityStarter({
  entry: path.join(bundled, 'keychain-process.js'),
  serviceName: 'Keychain',
});
const startStore = utilityStarter({
  entry: path.join(bundled, 'store-process.js'),
  serviceName: 'Link cache',
});
const storeFile = () => path.join(app.getPath('userData'), 'links.db');

function startWorkspace(log: Logger) {
  const keychain = createKeychainVault({
    start: startKeychain,
    onEnd: (failure, exitCode) => {
      log.warn('keychain process ended', { failure, exitCode });
    },
  });
  const vault = noteSecrets(keychain, knownSecrets);
  const client = createStoreClient({
    start: startStore,
    onEnd: (failure, exitCode) => {
      log.warn('store process ended', { failure, exitCode });
      workspace.processEnded();
      prints.dropAll();
    },
  });
  const prints = servePrints({
    store: client,
    print: createPagePrinter(printPages),
    newId: randomUUID,
    onFailure: ({ code, id }, thrown) => {
      log.error('print', { code, id, error: thrown });
    },
  });
  const workspace: Workspace = new Workspace({
    client,
    openInput: async () => ({ file: storeFile(), keyHex: await takeStoreKey(vault, randomBytes) }),
    newId: randomUUID,
    onFailure: ({ code, id }, thrown) => {
      log.error('workspace', { code, id, error: thrown });
    },
    onReopened: () => {
      emit('links:changed', { reason: 'restart' });
    },
    version: app.getVersion(),
    platform: process.platform,
  });
  return { vault, workspace, stopProcesses: () => Promise.all([keychain.stop(), client.stop()]) };
}

/** Puts real adapters into the desk and the desk behind its channels. */
function startDesk(log: Logger) {
  const { vault, workspace, stopProcesses } = startWorkspace(log);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const desk = createDesk({
    workspace,
    vault,
    defaults: defaultSettings(app.getLocale(), zone),
    makeProvider,
    startGateway: (madeAt) => startPracticeGateway({ port: 0, ...sample, madeAt }),
    emit,
    log,
    now: Date.now,
    sleep,
    newId: randomUUID,
  });
  const serve = createRouter({
    isOurWindow,
    newId: randomUUID,
    onFailure: (channel, { code, id }, thrown) => {
      log.error(channel, { code, id, error: thrown });
    },
  });
  serveDesk(serve, desk, {
    dialogs: createFileDialogs(mainWindow),
    copyText: (text) => void clipboard.writeText(text),
    reveal: revealFile,
  });
  return { start: desk.start, stop: () => desk.stop().finally(stopProcesses) };
}

/** The boot, in the order it has to happen. */
async function boot(): Promise<void> {
  const { log, closeLog } = startLog();
  await app.whenReady();
  applySecurityPolicy();
  applyMenu(process.platform);
  serveAppProtocol({
    screen: path.join(bundled, '../renderer'),
    print: path.join(bundled, '../assets/print'),
    printPages,
  });
  const desk = startDesk(log);
  app.on('second-instance', () => {
    const window = mainWindow();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  // What is printed has windows too, unseen: the desk ends with its own.
  const onClosed = () => {
    app.quit();
  };
  app.on('window-all-closed', onClosed);
  let ending: 'stopping' | 'stopped' | undefined;
  app.on('before-quit', (event) => {
    if (ending === 'stopped') return;
    // The store finishes what it has begun; then the quit goes on, and whoever asks again meanwhile waits for the same.
    event.preventDefault();
    if (ending === 'stopping') return;
    ending = 'stopping';
    void desk
      .stop()
      .catch((thrown: unknown) => {
        log.error('quit', { error: thrown });
      })
      .then(closeLog)
      .finally(() => {
        ending = 'stopped';
        app.quit();
      });
  });
  // The keychain may wait for its password: the window comes first and says so.
  await Promise.all([desk.start(), openMainWindow({ preload, devServerUrl, onClosed })]);
}

/** The command for scripts. It only reads, so that a desk with its window may run on the same profile meanwhile. */
async function verifyAudit(): Promise<void> {
  await app.whenReady();
  const keychain = createKeychainVault({ start: startKeychain });
  const client = createStoreClient({ start: startStore });
  const code = await runVerifyCommand({
    readKey: () => readStoreKey(keychain),
    verify: (keyHex) => client.call('verifyAuditFile', { file: storeFile(), keyHex }),
    say: (line) => writeLine(process.stdout, line),
    complain: (line) => writeLine(process.stderr, line),
  });
  await Promise.all([keychain.stop(), client.stop()]);
  app.exit(code);
}

/** Nothing on screen can say it: the window itself could not be shown. */
function giveUp(thrown: unknown): void {
  dialog.showErrorBox('Payment Link Desk could not start', String(thrown));
  app.exit(1);
}

// These have to happen before the app is ready.
registerAppScheme();
app.enableSandbox();
if (process.argv.includes(verifySwitch)) verifyAudit().catch(() => app.exit(2));
else if (app.requestSingleInstanceLock()) boot().catch(giveUp);
else app.quit();
