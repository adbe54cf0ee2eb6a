// Runs the benchmarks: `npm run bench -- --rows 100000 --only export --json out/bench.json`.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runNode } from './lib/run.mjs';
import { ensureSystemParts } from './lib/system-parts.mjs';

const isReady = (await ensureSystemParts(['sqlite3'])) && (await ensureBuilt());
process.exitCode = isReady ? await runNode('out/tools/bench.js', process.argv.slice(2)) : 1;
