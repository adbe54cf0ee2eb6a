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
import { partContent } from './workbook-parts';
import type { SheetPart } from './workbook-parts';
import { unreadableWorkbook } from './workbook-refusal';

/** The sheet with this name, or else the first that is not hidden. */
function chooseSheet({ parts }: OpenWorkbook, name: string | undefined): SheetPart {
  const sheet =
    name === undefined ? parts.sheets.find(({ isHidden }) => !isHidden) : parts.sheets.find((one) => one.name === name);
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

async function readSheet(workbook: OpenWorkbook, sheet: SheetPart, { signal, onRecord }: ReadWork) {
  const content = partContent(workbook, sheet.path);
  if (content === undefined) throw unreadableWorkbook('damaged');
  const { sharedStrings } = workbook.parts;
  const texts = createSharedTexts(sharedStrings === undefined ? undefined : partContent(workbook, sharedStrings));
  let rows: SheetRow[] = [];
  const handler = createSheetHandler(await readFormats(workbook), (row) => rows.push(row));
  try {
    for await (const _turn of readPart(content, handler)) {
      stopIfCancelled(signal);
      const told = await tellRows(rows, texts, onRecord);
      if (told === 'stop') return;
      rows = [];
    }
    await tellRows(rows, texts, onRecord);
  } finally {
    await texts.close();
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
        sheets: workbook.parts.sheets.map(({ name }) => name),
      });
    }),
  read: (file, { sheet }, work) =>
    withWorkbook(file.path, (workbook) => readSheet(workbook, chooseSheet(workbook, sheet), work)),
};
