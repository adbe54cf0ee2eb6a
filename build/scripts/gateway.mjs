// Starts the practice gateway: `npm run gateway -- --port 0 --links 500 --seed 7`. Its one line of JSON is all that is
// written on standard output.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runNode } from './lib/run.mjs';

process.exitCode = (await ensureBuilt(['main']))
  ? await runNode('out/main/practice-gateway.js', process.argv.slice(2))
  : 1;
