/**
 * Writes or reads one workbook in a process of its own, so that what it holds in memory is its own:
 * `xlsx-side.js <task> <file> <rows>` tells milliseconds, the peak in MB and the cells read, as JSON.
 */
import { readExcelts, writeExcelts } from './excelts';
import { readOurs, writeOurs } from './ours';

const tasks: Readonly<Record<string, (file: string, rows: number) => Promise<number | void>>> = {
  'write-ours': writeOurs,
  'write-excelts': writeExcelts,
  'read-ours': readOurs,
  'read-excelts': readExcelts,
};

const [name = '', file = '', rows = '0'] = process.argv.slice(2);
const task = tasks[name];
if (task === undefined) throw new Error(`There is no task ${name}.`);
const startedAt = performance.now();
const cells = await task(file, Number(rows));
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024, cells: cells ?? 0 }));
