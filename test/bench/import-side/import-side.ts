/**
 * Reads or imports one file in a process of its own, so that what it holds in memory is its own:
 * `import-side.js <side> <file> <new cache>` tells rows, milliseconds and the peak in MB as JSON.
 */
import { sides, type SideName } from './sides';

const [name = '', file = '', cache = ''] = process.argv.slice(2);
if (!(name in sides)) throw new Error(`There is no side ${name}.`);
const side = sides[name as SideName];
const startedAt = performance.now();
const rows = await side({ file, cache });
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ rows, ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
