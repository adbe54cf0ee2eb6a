import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { buildStale } from '../../../build/scripts/build.mjs';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { nodeBundle } from '../../../build/vite/node-bundle.mjs';
import { launchBrowserHost, type HostApp } from '../../browser-host/driver';
import type { PrintedPage } from '../../../main/export/pdf/page-printer';

/** A real Chromium that prints as the desk does. */
export interface PrintApp {
  readonly app: HostApp;
  print(page: PrintedPage, signal?: AbortSignal): Promise<Uint8Array>;
  /** How many windows are open; one that stands for the desk's own always is. */
  windows(): Promise<number>;
  end(): Promise<void>;
}

async function bundleApp(): Promise<string> {
  const appDir = inRepo('out/test-tools/print-app');
  await build(
    nodeBundle({
      outDir: 'out/test-tools/print-app',
      entries: { main: 'test/support/print-app/main.ts' },
      external: [/^electron(\/.+)?$/],
    }),
  );
  await mkdir(appDir, { recursive: true });
  const manifest = { name: 'print-app', version: '0.0.0', type: 'module', main: 'main.js' };
  await writeFile(path.join(appDir, 'package.json'), JSON.stringify(manifest));
  return appDir;
}

/** Starts the printing part of the desk in the browser host. */
export async function startPrintApp(): Promise<PrintApp> {
  await buildStale({ only: ['browser-host', 'assets'], say: () => undefined });
  const userData = await mkdtemp(path.join(tmpdir(), 'print-app-'));
  const app = launchBrowserHost({
    appDir: await bundleApp(),
    userData,
    env: { DESK_PRINT_ASSETS: inRepo('out/assets/print') },
  });
  await app.firstWindow();
  return {
    app,
    async print(page, signal) {
      const id = crypto.randomUUID();
      const cancel = () =>
        void app
          .evaluate((_electron, name) => printing.cancels.get(name)?.abort(), id)
          .catch(() => undefined);
      signal?.addEventListener('abort', cancel);
      return app
        .evaluate(
          async (_electron, { id: name, ...job }) => {
            const controller = new AbortController();
            printing.cancels.set(name, controller);
            return printing.print(job, controller.signal);
          },
          { ...page, id },
        )
        .finally(() => signal?.removeEventListener('abort', cancel));
    },
    windows: () => app.evaluate(() => printing.windows()),
    async end() {
      await app.kill();
      await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
