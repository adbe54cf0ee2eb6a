/**
 * Reads or imports one file in a process of its own, so that what it holds in memory is its own:
 * `import-side.js <side> <file> <new cache>` tells as JSON: rows, milliseconds, the peak in MB, and the longest time in which nothing
 * else of the process could run.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sides, type SideName } from './sides';

const [name = '', file = '', cache = ''] = process.argv.slice(2);
if (!(name in sides)) throw new Error(`There is no side ${name}.`);
const side = sides[name as SideName];
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const startedAt = performance.now();
const rows = await side({ file, cache });
const ms = performance.now() - startedAt;
// One more turn: a wait that lasted to the end is counted then.
await new Promise((resolve) => setTimeout(resolve, 20));
const longestTurnMs = delay.max / 1e6;
console.log(JSON.stringify({ rows, ms, longestTurnMs, peakMb: process.resourceUsage().maxRSS / 1024 }));
