// Runs the demo without a display: the main job from import to export on the practice gateway. Its files and
// screenshots are in out/demo/ afterwards.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { inRepo } from './lib/paths.mjs';
import { pinnedNode, runWithKeychain } from './lib/run.mjs';
import { ensureSystemParts } from './lib/system-parts.mjs';

async function demo() {
  if (!(await ensureSystemParts(['browser', 'libsecret', 'dbus', 'gnome-keyring']))) return 1;
  if (!(await ensureBuilt())) return 1;
  return runWithKeychain(pinnedNode(), [inRepo('out/tools/demo.js'), ...process.argv.slice(2)]);
}

process.exitCode = await demo();
