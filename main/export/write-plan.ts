import type { PlanRow } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';
import { createZoneClock } from '../files/zone-clock';
import type { TableFormat } from '../store/store-api';
import { createChangeCells } from './change-cells';
import { changeWording } from './change-wording';
import type { PageSource } from './row-source';
import { planColumns, tableHeaders, type PlanColumn } from './table-wording';
import type { WrittenFile } from './write-pages';
import { writeTable, type TableRequest } from './write-table';

export interface PlanSource extends PageSource<PlanRow> {
  readonly planId: string;
  readonly plannedAt: Instant;
  connectionName(connectionId: string): string;
}

type Cells = Readonly<Record<PlanColumn, (row: PlanRow) => string>>;

function planCells({ language, zone }: TableFormat, source: PlanSource): Cells {
  const clock = createZoneClock(zone);
  const change = createChangeCells({ language, clock });
  const { verdicts, reasons } = changeWording[language];
  const plannedAt = clock.format(source.plannedAt);
  return {
    reference: (row) => row.reference,
    linkId: (row) => row.linkId,
    connection: (row) => source.connectionName(row.connectionId),
    verdict: (row) => verdicts[row.verdict],
    reason: ({ reason }) => (reason === undefined ? '' : reasons[reason]),
    change: (row) => change.what(row.changes),
    before: (row) => change.before(row.changes),
    planned: (row) => change.after(row.changes),
    // In every row: rows that are sorted, filtered or sent on still say which plan they are of.
    planId: () => source.planId,
    plannedAt: () => plannedAt,
  };
}

/** Writes a plan for a second person to look at: every row, also those that will not change, with the reason. */
export function writePlan(request: TableRequest<PlanSource>): Promise<WrittenFile> {
  const { format, source } = request;
  return writeTable(
    {
      names: planColumns,
      headers: tableHeaders(format.language, format.zone).plan,
      values: planCells(format, source),
      plain: ['plannedAt'],
    },
    request,
  );
}
