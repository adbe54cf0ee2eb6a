import { readHeaderZone } from '#domain/header-zone';
import { createZoneClock } from '../../files/zone-clock';
import type { ZoneClock } from '../../files/zone-clock';
import type { ImportRecord } from '../record-reader';

/** Headers stand in one of the first rows of a sheet. */
const ROWS_SEARCHED = 20;

/**
 * Puts the zone into the dates of columns whose header names one, as our own workbooks do: a date of Excel's has none of its own.
 * Dates below any other header stay as they are.
 */
export function createDateZoner(): (record: ImportRecord) => ImportRecord {
  const clocks = new Map<number, ZoneClock>();
  let rows = 0;

  function lookForZones(cells: readonly string[]): void {
    for (const [column, cell] of cells.entries()) {
      const { zone } = cell.endsWith(')') ? readHeaderZone(cell) : {};
      if (zone !== undefined) clocks.set(column, createZoneClock(zone));
    }
  }

  return (record) => {
    rows += 1;
    if (rows <= ROWS_SEARCHED && clocks.size === 0) lookForZones(record.cells);
    if (clocks.size === 0 || record.kinds?.includes('date') !== true) return record;
    const cells = [...record.cells];
    for (const [column, clock] of clocks) {
      const wallMs = record.kinds[column] === 'date' ? Date.parse(`${cells[column] ?? ''}Z`) : Number.NaN;
      if (!Number.isNaN(wallMs)) cells[column] = clock.format(clock.toInstant(wallMs));
    }
    return { ...record, cells };
  };
}
