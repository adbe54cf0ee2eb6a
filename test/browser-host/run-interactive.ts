// Runs the application in a window of the installed browser until that window is closed: `node out/browser-host/run.js [--app-dir=…] [--user-data-dir=…] [arguments]`
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inRepo } from '../../build/scripts/lib/paths.mjs';
import { launchBrowserHost } from './driver';
import { sayFailure } from './say';

const given = process.argv.slice(2);
const option = (name: string): string | undefined =>
  given.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

const app = launchBrowserHost({
  appDir: option('app-dir') ?? inRepo(),
  userData: option('user-data-dir') ?? join(homedir(), '.payment-link-desk'),
  args: given.filter((arg) => !arg.startsWith('--user-data-dir=') && !arg.startsWith('--app-dir=')),
  interactive: true,
  headless: process.env['DESK_HOST_HEADLESS'] === '1',
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void app.close());
app.firstWindow().catch((error: unknown) => sayFailure('the application did not start', error));
process.exitCode = (await app.exited()) ?? 1;
await app.close();
