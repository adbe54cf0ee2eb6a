// Starts the application for work on the screen: the renderer comes from Vite's development server and is replaced
// while it runs. A change in main or preload needs a restart.
import { createServer } from 'vite';
import { rendererConfig } from '../vite/renderer.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { hasDisplay, startDesk } from './lib/start-desk.mjs';

async function develop() {
  if (!hasDisplay()) {
    console.error('npm run dev opens a window, and there is no display here.');
    return 1;
  }
  if (!(await ensureBuilt(['main', 'preload', 'browser-host', 'assets']))) return 1;
  const server = await createServer({ ...rendererConfig(), server: { host: '127.0.0.1', port: 0 } });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  try {
    return await startDesk(process.argv.slice(2), { VITE_DEV_SERVER_URL: address });
  } finally {
    await server.close();
  }
}

process.exitCode = await develop();
