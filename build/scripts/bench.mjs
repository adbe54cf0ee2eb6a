// Runs the benchmarks: `npm run bench -- --rows 100000 --only export --json out/bench.json`.
import { ensureBuilt } from './lib/ensure-built.mjs';
import { runNode } from './lib/run.mjs';

process.exitCode = (await ensureBuilt()) ? await runNode('out/tools/bench.js', process.argv.slice(2)) : 1;
