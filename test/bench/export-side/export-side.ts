/**
 * Writes one export of a whole link cache in a process of its own, so that what it holds in memory is its own:
 * `export-side.js <file of the cache> <key> <target> <format>` tells milliseconds and the peak in MB as JSON.
 */
import { exportColumns, usualCsv, type ExportFormat } from '#domain/export-spec';
import { runExport } from '../../../main/export/run-export';
import { createExportRows } from '../../../main/store/export-rows';
import { openStore } from '../../../main/store/open-store';

const [file = '', keyHex = '', target = '', format = 'csv'] = process.argv.slice(2);
const startedAt = performance.now();
const store = openStore({ file, keyHex, actor: 'bench' });
const { handle } = store.methods.holdSelection({ selection: { mode: 'all' }, sort: [] });
const source = createExportRows(store, store.heldKeys(handle));
await runExport({
  spec: {
    format: format as ExportFormat,
    scope: 'all',
    filter: {},
    columns: exportColumns,
    zone: 'Asia/Kuwait',
    amounts: 'major',
    language: 'en',
    csv: usualCsv,
    xml: { values: 'elements' },
  },
  source,
  target,
  version: '1.0.0',
  now: Date.now(),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
source.close();
store.close();
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
