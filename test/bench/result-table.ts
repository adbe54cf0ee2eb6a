import type { BenchmarkResult } from './benchmark';

const headers = [
  'name',
  'rows',
  'ours',
  'p95',
  'limit',
  'peer',
  'ratio',
  'budget',
  'ok',
  'peer name',
] as const;

function cellsOf(result: BenchmarkResult): readonly string[] {
  const { unit, limit, budget, ratio } = result;
  const amount = (value: number) => `${value.toFixed(1)} ${unit}`;
  return [
    result.name,
    String(result.n),
    amount(result.ours),
    amount(result.p95),
    limit === undefined ? '' : amount(limit),
    amount(result.peer),
    ratio === null ? '-' : ratio.toFixed(2),
    budget === undefined ? '' : budget.toFixed(2),
    result.ok ? 'yes' : 'NO',
    result.peerName,
  ];
}

/** The results as aligned text: names to the left, numbers to the right. */
export function resultTable(results: readonly BenchmarkResult[]): string {
  const lines = [headers, ...results.map(cellsOf)];
  const widths = headers.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === headers.length - 1;
  return lines
    .map((cells) =>
      cells
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
