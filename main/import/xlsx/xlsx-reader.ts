import { stopIfCancelled } from '../../files/progress';
import type { OnRecord, ReadWork, RecordReader } from '../record-reader';
import { readCellFormats } from './cell-formats';
import { withWorkbook } from './open-workbook';
import type { OpenWorkbook } from './open-workbook';
import { readPart } from './read-part';
import { createSharedTexts } from './shared-texts';
import type { SharedTexts } from './shared-texts';
import { createSheetHandler } from './sheet-rows';
import type { SheetFormats, SheetRow } from './sheet-rows';
import { createDateZoner } from './zoned-dates';
import { partContent } from './workbook-parts';
import type { SheetPart } from './workbook-parts';
import { unreadableWorkbook } from './workbook-refusal';

/** Excel's last row. */
const LAST_ROW = 1_048_576;

/** The sheet with this name, or else the first that is not hidden. */
function chooseSheet({ parts }: OpenWorkbook, name: string | undefined): SheetPart {
  const sheet =
    name === undefined
      ? parts.sheets.find(({ isHidden }) => !isHidden)
      : parts.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw unreadableWorkbook('sheet-missing');
  return sheet;
}

async function readFormats(workbook: OpenWorkbook): Promise<SheetFormats> {
  const { styles, dateSystem } = workbook.parts;
  const content = styles === undefined ? undefined : partContent(workbook, styles);
  return { kinds: content === undefined ? [] : await readCellFormats(content), dateSystem };
}

/** Fills in the texts that rows name by number, and tells them; blank rows are none. */
async function tellRows(rows: readonly SheetRow[], texts: SharedTexts, onRecord: OnRecord) {
  let last = -1;
  for (const { shared } of rows) {
    for (let at = 1; at < shared.length; at += 2) last = Math.max(last, shared[at] ?? -1);
  }
  if (last >= 0) await texts.readUpTo(last);
  for (const { line, cells, kinds, shared } of rows) {
    for (let at = 0; at < shared.length; at += 2) cells[shared[at] ?? 0] = texts.at(shared[at + 1] ?? 0);
    if (cells.every((cell) => cell === '')) continue;
    if (onRecord({ line, cells, kinds, isBroken: false }) === 'stop') return 'stop';
  }
  return undefined;
}

/** Reads one sheet. Answers `stop` when it was told to, or else the number of the last row. */
async function readSheet(workbook: OpenWorkbook, sheet: SheetPart, { signal, onRecord }: ReadWork) {
  const content = partContent(workbook, sheet.path);
  if (content === undefined) throw unreadableWorkbook('damaged');
  const { sharedStrings } = workbook.parts;
  const texts = createSharedTexts(
    sharedStrings === undefined ? undefined : partContent(workbook, sharedStrings),
  );
  let rows: SheetRow[] = [];
  let lastLine = 0;
  const handler = createSheetHandler(await readFormats(workbook), (row) => {
    rows.push(row);
    lastLine = row.line;
  });
  try {
    for await (const _turn of readPart(content, handler)) {
      stopIfCancelled(signal);
      if ((await tellRows(rows, texts, onRecord)) === 'stop') return 'stop';
      rows = [];
    }
    return (await tellRows(rows, texts, onRecord)) ?? lastLine;
  } finally {
    await texts.close();
  }
}

const isSame = (one: readonly string[], other: readonly string[] | undefined) =>
  one.length === other?.length && one.every((cell, index) => cell === other[index]);

/**
 * Reads a sheet and those that go on with it: a sheet that is full to Excel's last row is followed by another that begins with the
 * same headers, which are left out.
 */
async function readSheets(
  workbook: OpenWorkbook,
  first: SheetPart,
  { signal, onRecord }: ReadWork,
): Promise<void> {
  const { sheets } = workbook.parts;
  const withZones = createDateZoner();
  let headers: readonly string[] | undefined;
  for (let index = sheets.indexOf(first); ; index += 1) {
    const sheet = sheets[index];
    if (sheet === undefined) return;
    let records = 0;
    const lastLine = await readSheet(workbook, sheet, {
      signal,
      onRecord: (record) => {
        records += 1;
        if (records > 1) return onRecord(withZones(record));
        if (headers !== undefined) return isSame(record.cells, headers) ? undefined : 'stop';
        headers = record.cells;
        return onRecord(withZones(record));
      },
    });
    if (lastLine !== LAST_ROW) return;
  }
}

/** Excel workbooks in XML (`.xlsx`, `.xlsm`): one of their sheets, row by row. */
export const xlsxReader: RecordReader = {
  look: (file, { sheet: asked }) =>
    withWorkbook(file.path, (workbook) => {
      const sheet = chooseSheet(workbook, asked);
      return Promise.resolve({
        shape: { sheet: sheet.name },
        questions: [],
        told: {},
        // The hidden ones last: they are there to be chosen, but nobody is to stumble upon them.
        sheets: workbook.parts.sheets
          .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
          .map(({ name }) => name),
      });
    }),
  read: (file, { sheet }, work) =>
    withWorkbook(file.path, (workbook) => readSheets(workbook, chooseSheet(workbook, sheet), work)),
};
