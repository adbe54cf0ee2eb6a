import type { BenchmarkResult } from './benchmark';

const headers = ['name', 'rows', 'ours', 'peer', 'ratio', 'budget', 'ok', 'peer name'] as const;

function cellsOf(result: BenchmarkResult): readonly string[] {
  return [
    result.name,
    String(result.rows),
    `${result.ours.toFixed(1)} ${result.unit}`,
    `${result.peer.toFixed(1)} ${result.unit}`,
    result.ratio.toFixed(2),
    result.budget.toFixed(2),
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
