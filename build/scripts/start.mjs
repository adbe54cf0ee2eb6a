// Starts the application: builds what is stale, then opens it on Electron, or in an installed browser where Electron's
// runtime cannot be had. Without a display it runs the demo.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runNode } from './lib/run.mjs';
import { hasDisplay, startDesk } from './lib/start-desk.mjs';
import { ensureSystemParts } from './lib/system-parts.mjs';

async function start() {
  if (!hasDisplay()) {
    console.log(
      'There is no display here, so this runs the demo (npm run demo) instead of opening a window.',
    );
    return runNode('build/scripts/demo.mjs', process.argv.slice(2));
  }
  if (!(await ensureSystemParts(['libsecret']))) return 1;
  if (!(await ensureBuilt())) return 1;
  return startDesk(process.argv.slice(2));
}

process.exitCode = await start();
