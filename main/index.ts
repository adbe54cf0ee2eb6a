import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow, clipboard, net, type IpcMainInvokeEvent } from 'electron';
import type { EventPayloads } from '#contract/events';
import type { EventName } from '#contract/names';
import { registerAppScheme, serveAppProtocol } from './app/app-protocol';
import { isOurPage } from './app/bundled-file';
import { createFileDialogs } from './app/file-dialogs';
import { openMainWindow } from './app/main-window';
import { applyMenu } from './app/menu';
import { revealFile } from './app/open-external';
import { applySecurityPolicy } from './app/security-policy';
import { utilityStarter } from './app/utility-link';
import { Workspace } from './app/workspace';
import { createConnectionSecrets } from './connections/connection-secrets';
import { createDemoWorkspace, type DemoWorkspace } from './connections/demo-workspace';
import { createConnections } from './connections/manage-connections';
import { createProviderRegistry, type ProviderFactory } from './connections/provider-registry';
import { serveApp } from './ipc/handlers/app';
import { serveConnections } from './ipc/handlers/connections';
import { serveExport } from './ipc/handlers/export';
import { serveImport } from './ipc/handlers/import';
import { serveJobs } from './ipc/handlers/jobs';
import { serveLinks } from './ipc/handlers/links';
import { createRouter } from './ipc/router';
import { JobRunner } from './jobs/job-runner';
import { createJobs } from './jobs/manage-jobs';
import { createFileSink } from './log/file-sink';
import { createLogger, type Logger } from './log/logger';
import { redactAll } from './log/redact';
import { createStreamSink } from './log/stream-sink';
import { startPracticeGateway } from './practice-gateway/practice-gateway';
import { createApsProvider } from './providers/aps/aps-provider';
import { apsEndpoints } from './providers/aps/endpoints';
import { sleep } from './providers/http/sleep';
import { createKeychainVault } from './secrets/keychain-vault';
import { takeStoreKey } from './secrets/store-key';
import { createSettings, defaultSettings, type SettingsStore } from './settings/read-settings';
import { createStoreClient } from './store/store-client';
import { createRunningTasks } from './tasks/running-tasks';

const bundled = import.meta.dirname;
const preload = path.join(bundled, '../preload/preload.cjs');
const devServerUrl = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];

/** Links of the demo workspace, and the seed that makes them the same everywhere. */
const sample = { links: 3000, seed: 7 } as const;

function startLog(): Logger {
  const file = createFileSink({
    folder: path.join(app.getPath('userData'), 'logs'),
    name: 'desk.log',
    maxBytes: 5_000_000,
    keep: 4,
  });
  const sinks = app.isPackaged ? [file] : [file, createStreamSink(process.stderr)];
  app.once('quit', () => void file.close());
  return createLogger({
    sinks,
    redact: redactAll,
    now: Date.now,
    minLevel: app.isPackaged ? 'info' : 'warn',
  });
}

function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows()[0];
}

function emit<E extends EventName>(name: E, payload: EventPayloads[E]): void {
  mainWindow()?.webContents.send(name, payload);
}

function isOurWindow({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const isDev = devServerUrl !== undefined && senderFrame.url.startsWith(devServerUrl);
  return BrowserWindow.fromWebContents(sender) !== null && (isOurPage(senderFrame.url) || isDev);
}

/** Names the adapter for each provider and environment. */
function providerFactory(settings: SettingsStore, demo: () => DemoWorkspace): ProviderFactory {
  return async ({ connection, secrets }) => {
    const { environment, endpoint = '' } = connection;
    const endpoints = { ...apsEndpoints, custom: endpoint };
    const { zone, language } = await settings.read();
    return createApsProvider({
      endpoint: environment === 'practice' ? await demo().endpoint() : endpoints[environment],
      merchantIdentifier: connection.merchantIdentifier,
      shaType: connection.shaType,
      secrets,
      fetch: (url, init) => net.fetch(url, init),
      clock: Date.now,
      random: Math.random,
      sleep,
      // The update reference names the original reference and the manage guide a fresh one; the link's id alone is unambiguous.
      referencePolicy: 'original',
      zone,
      language,
    });
  };
}

function startWorkspace(log: Logger) {
  const vault = createKeychainVault({
    start: utilityStarter({ entry: path.join(bundled, 'keychain-process.js'), serviceName: 'Keychain' }),
    onEnd: (failure, exitCode) => {
      log.warn('keychain process ended', { failure, exitCode });
    },
  });
  const client = createStoreClient({
    start: utilityStarter({ entry: path.join(bundled, 'store-process.js'), serviceName: 'Link cache' }),
    onEnd: (failure, exitCode) => {
      log.warn('store process ended', { failure, exitCode });
      workspace.processEnded();
    },
  });
  const file = path.join(app.getPath('userData'), 'links.db');
  const workspace: Workspace = new Workspace({
    client,
    openInput: async () => ({ file, keyHex: await takeStoreKey(vault, randomBytes) }),
    newId: randomUUID,
    onFailure: (answer, thrown) => {
      log.error('workspace', { code: answer.code, id: answer.id, error: thrown });
    },
    version: app.getVersion(),
    platform: process.platform,
  });
  return { vault, workspace, stop: () => Promise.all([vault.stop(), client.stop()]) };
}

function serveEverything(log: Logger) {
  const { vault, workspace, stop } = startWorkspace(log);
  const { store } = workspace;
  const newId = () => randomUUID();
  const now = Date.now;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const settings = createSettings(store, defaultSettings(app.getLocale(), zone));
  const secrets = createConnectionSecrets(vault);
  const providers = createProviderRegistry({
    findConnection: async (id) =>
      (await store.call('listConnections', {})).find((connection) => connection.id === id),
    takeSecrets: (connectionId) => secrets.take(connectionId),
    make: providerFactory(settings, () => demo),
  });
  const connections = createConnections({ store, secrets, providers, now, newId });
  const startGateway = () => startPracticeGateway({ port: 0, ...sample });
  const demo = createDemoWorkspace({ store, connections, startGateway, now });
  const tasks = createRunningTasks((progress) => {
    emit('tasks:progress', progress);
  }, now);
  const linksChanged = (reason: EventPayloads['links:changed']['reason']) => {
    emit('links:changed', { reason });
  };
  const runner = new JobRunner({
    store,
    providers,
    now,
    onJob: (job) => {
      emit('jobs:changed', { job });
      linksChanged('edit');
    },
    onFailure: (jobId, thrown) => {
      log.error('job', { jobId, error: thrown });
    },
  });
  const jobs = createJobs({ store, runner, now, newId });
  const start = async () => {
    const status = await workspace.start();
    emit('app:status-changed', { status });
    if (status.store.ready) await jobs.resume();
    return status;
  };

  const serve = createRouter({
    isOurWindow,
    newId,
    onFailure: (channel, { code, id }, thrown) => {
      log.error(channel, { code, id, error: thrown });
    },
  });
  serveApp(serve, {
    status: () => workspace.status(),
    retryStart: start,
    copyText: (text) => {
      clipboard.writeText(text);
    },
    settings,
  });
  serveConnections(serve, connections, {
    explore: async () => {
      const connection = await demo.explore();
      linksChanged('import');
      return connection;
    },
    onChanged: () => {
      linksChanged('connection');
    },
  });
  serveLinks(serve, { store, settings, providers, runner, tasks, now, newId, onChanged: linksChanged });
  serveJobs(serve, jobs, store);
  const files = {
    store,
    tasks,
    dialogs: createFileDialogs(mainWindow),
    reveal: revealFile,
    onImported: () => {
      linksChanged('import');
    },
    now,
    newId,
  };
  serveImport(serve, files);
  serveExport(serve, files);

  return {
    start,
    stop: async () => {
      tasks.cancelAll();
      await runner.stopAll();
      await Promise.all([demo.stop(), stop()]);
    },
  };
}

/** The boot, in the order it has to happen. */
async function boot(): Promise<void> {
  const log = startLog();
  await app.whenReady();
  applySecurityPolicy();
  applyMenu(process.platform);
  serveAppProtocol(path.join(bundled, '../renderer'));
  const desk = serveEverything(log);
  app.on('second-instance', () => {
    const window = mainWindow();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    // The store finishes what it has begun; then the quit goes on.
    event.preventDefault();
    void desk.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  // The keychain may wait for its password: the window comes first and says so.
  await Promise.all([desk.start(), openMainWindow({ preload, devServerUrl })]);
}

// These have to happen before the app is ready.
registerAppScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) void boot();
else app.quit();
