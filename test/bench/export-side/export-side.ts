/**
 * Writes one file from a whole cache in a process of its own, so that what it holds in memory is its own:
 * `export-side.js <side> <cache> <target>` tells milliseconds and the peak in MB as JSON.
 */
import { sides, type SideName } from './sides';

const [name = '', cache = '', target = ''] = process.argv.slice(2);
if (!(name in sides)) throw new Error(`There is no side ${name}.`);
const opened = await sides[name as SideName]({ cache, target });
const startedAt = performance.now();
await opened();
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
