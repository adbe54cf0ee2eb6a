import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { emptyColumnState } from '../../../renderer/grid/columns';
import { DataGrid } from '../../../renderer/grid/data-grid';
import { useGridLabels } from '../../../renderer/i18n/use-grid-labels';
import { linkColumns } from '../../e2e/grid-harness/link-columns';
import type { SampleLink } from '../../e2e/grid-harness/sample-links';
import { nextFrame } from './measure-grid';

/** The first rows of a query, and how many it has as far as is known. */
export interface AskedRows {
  readonly total: number;
  readonly rows: readonly SampleLink[];
}

const answers = { shown: { total: 0, rows: [] } as AskedRows, listeners: new Set<() => void>() };

function subscribe(listener: () => void): () => void {
  answers.listeners.add(listener);
  return () => answers.listeners.delete(listener);
}

const nothing = (): void => undefined;

/** The application's grid over the rows that were asked for last. */
export function AskedGrid(): ReactNode {
  const { total, rows } = useSyncExternalStore(subscribe, () => answers.shown);
  const [columnState, setColumnState] = useState(emptyColumnState);
  const labels = useGridLabels();
  const columns = useMemo(() => linkColumns(false), []);
  return (
    <DataGrid
      label="Payment links"
      rowCount={total}
      getRow={(index) => rows[index]}
      rowKey={(row) => row.key}
      onRangeNeeded={nothing}
      columns={columns}
      columnState={columnState}
      onColumnStateChange={setColumnState}
      labels={labels}
    />
  );
}

/** Asks, shows the answer, and waits until its first row is on the screen. */
export async function ask(query: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`answer?${query}`);
  if (!response.ok) throw new Error(await response.text());
  // Our own server's words.
  answers.shown = (await response.json()) as AskedRows;
  for (const listener of answers.listeners) listener();
  const first = answers.shown.rows[0]?.reference;
  while (document.querySelector('[data-row="0"] bdi')?.textContent !== first) await nextFrame();
  await nextFrame();
  return performance.now() - startedAt;
}
