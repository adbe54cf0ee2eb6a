import { kindOfFormatId } from './number-formats';
import type { NumberKind } from './number-formats';
import { readWholePart } from './read-part';

/** Reads the styles part: what the numbers of a cell mean, by the number of the cell's style. */
export async function readCellFormats(content: AsyncIterable<Uint8Array>): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await readWholePart(content, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      else if (name === 'xf' && isInCellFormats) formatIds.push(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return formatIds.map((id) => kindOfFormatId(id, codes));
}
