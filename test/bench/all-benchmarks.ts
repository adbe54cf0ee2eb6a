import type { Benchmark } from './benchmark';
import { editMemoryBenchmark } from './edit-memory.bench';
import { editThroughputBenchmark } from './edit-throughput.bench';
import { exportBenchmarks } from './export.bench';
import { exportMemoryBenchmark } from './export-memory.bench';
import { failingEditBenchmark } from './failing-edit.bench';
import { gridBenchmarks } from './grid.bench';
import type { LinkData } from './link-data/link-data';
import { importBenchmarks } from './import.bench';
import { linkKeysBenchmarks } from './link-keys.bench';
import { linkMemoryBenchmark } from './link-memory.bench';
import { linkOpeningBenchmark } from './link-opening.bench';
import { linkPaintingBenchmark } from './link-painting.bench';
import { linkPageBenchmarks } from './link-page.bench';
import { linkQueryBenchmarks } from './link-query.bench';
import { linkSearchBenchmarks } from './link-search.bench';
import { linkSumsBenchmarks } from './link-sums.bench';
import { linkUpsertBenchmark } from './link-upsert.bench';
import { syncBenchmarks } from './sync.bench';
import { xlsxBenchmarks } from './xlsx.bench';

/** Every benchmark, in the order of the table; `data` is what those of the link cache share, `folder` where files are kept. */
export function allBenchmarks(data: LinkData, folder?: string): readonly Benchmark[] {
  return [
    ...exportBenchmarks(data),
    exportMemoryBenchmark,
    ...importBenchmarks(folder),
    ...xlsxBenchmarks(),
    // Before anything is in the page cache of the shared store.
    linkOpeningBenchmark(data),
    ...linkQueryBenchmarks(data),
    ...linkSearchBenchmarks(data),
    ...linkPageBenchmarks(data),
    ...linkSumsBenchmarks(data),
    ...linkKeysBenchmarks(data),
    linkUpsertBenchmark(data),
    linkMemoryBenchmark(data),
    linkPaintingBenchmark(data),
    ...gridBenchmarks(),
    editThroughputBenchmark,
    failingEditBenchmark,
    editMemoryBenchmark,
    ...syncBenchmarks,
  ];
}
