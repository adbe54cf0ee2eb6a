import type { ExportRow } from '#domain/export-row';
import type { CellText } from './cell-texts';

/** Writes a row as its values between parts that are always the same; there is one part more than values. */
export function createRowText(
  [opening = '', ...parts]: readonly string[],
  values: readonly CellText[],
): (row: ExportRow) => string {
  const steps = values.map((value, index) => ({ value, part: parts[index] ?? '' }));
  return (row) => {
    let text = opening;
    for (const { value, part } of steps) text += value(row) + part;
    return text;
  };
}
