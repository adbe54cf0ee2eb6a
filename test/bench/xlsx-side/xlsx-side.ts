/**
 * Writes or reads one workbook in a process of its own, so that what it holds in memory is its own:
 * `xlsx-side.js <task> <file> <rows>` tells milliseconds, the peak in MB and the cells read, as JSON.
 */
type Task = (file: string, rows: number) => Promise<number | void>;

/** Each side loads no library but its own. */
const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  'write-ours': async () => (await import('./ours')).writeOurs,
  'write-excelts': async () => (await import('./excelts')).writeExcelts,
  'read-ours': async () => (await import('./ours')).readOurs,
  'read-excelts': async () => (await import('./excelts')).readExcelts,
};

const [name = '', file = '', rows = '0'] = process.argv.slice(2);
const task = await tasks[name]?.();
if (task === undefined) throw new Error(`There is no task ${name}.`);
const startedAt = performance.now();
const cells = await task(file, Number(rows));
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024, cells: cells ?? 0 }));
