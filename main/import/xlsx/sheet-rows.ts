import { MAX_CELL_CHARS } from '../import-limits';
import type { CellKind } from '../record-reader';
import { columnOf } from './cell-place';
import { unescapeText } from './escaped-text';
import type { NumberKind } from './number-formats';
import { textOfNumber } from './number-text';
import type { Attributes, PartHandler } from './read-part';
import { createRichText } from './rich-text';
import { textOfSerial } from './serial-date';
import type { DateSystem } from './serial-date';
import { tooLarge } from '../read-failures';
import { unreadableWorkbook } from './workbook-refusal';

/** More columns than any export of links has; Excel has 16,384. */
const MAX_COLUMNS = 1_000;

/** A row of a sheet, but for the texts it names by number. */
export interface SheetRow {
  readonly line: number;
  readonly cells: string[];
  readonly kinds: CellKind[];
  /** Columns whose text is a shared one, each followed by the text's number. */
  readonly shared: number[];
}

export interface SheetFormats {
  /** What numbers mean, by a cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly dateSystem: DateSystem;
}

interface Value {
  readonly text: string;
  readonly kind: CellKind;
}

/** A cell as it stands in the file. */
interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly raw: string;
}

function readNumber({ raw, style }: RawCell, { kinds, dateSystem }: SheetFormats): Value {
  const kind = kinds[style] ?? 'number';
  const date = kind === 'number' || raw === '' ? undefined : textOfSerial(Number(raw), kind, dateSystem);
  return date === undefined ? { text: textOfNumber(raw), kind: 'number' } : { text: date, kind: 'date' };
}

/** The value of a cell that has one of its own. Of a formula it is the result that was saved with it. */
function readValue(cell: RawCell, formats: SheetFormats): Value {
  const { type, raw } = cell;
  switch (type) {
    case 'n':
      return readNumber(cell, formats);
    case 'd':
      return { text: raw, kind: 'date' };
    case 'b':
      return { text: raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE', kind: 'text' };
    default:
      return { text: unescapeText(raw), kind: 'text' };
  }
}

/** Puts a value into its column; cells before it that the file leaves out are empty. */
function put({ cells, kinds }: SheetRow, column: number, { text, kind }: Value): void {
  if (column < 0) throw unreadableWorkbook('damaged');
  if (column >= MAX_COLUMNS) throw tooLarge('columns');
  while (cells.length < column) {
    cells.push('');
    kinds.push('text');
  }
  cells[column] = text;
  kinds[column] = kind;
}

/** The row a sheet's markup is at, built cell by cell. */
function createRowBuilder(formats: SheetFormats, onRow: (row: SheetRow) => void) {
  let row: SheetRow = { line: 0, cells: [], kinds: [], shared: [] };
  let column = -1;
  let type = 'n';
  let style = 0;
  let hasValue = false;
  let raw = '';
  const inline = createRichText();

  function putShared(): void {
    const index = Number(raw);
    if (!Number.isInteger(index) || index < 0) throw unreadableWorkbook('damaged');
    put(row, column, { text: '', kind: 'text' });
    row.shared.push(column, index);
  }

  function endCell(): void {
    if (type === 'inlineStr') {
      const text = inline.take();
      if (text !== '') put(row, column, { text, kind: 'text' });
    } else if (hasValue && raw !== '') {
      if (type === 's') putShared();
      else put(row, column, readValue({ type, style, raw }, formats));
    }
  }

  return {
    inline,
    startRow({ r }: Attributes): void {
      row = { line: r === undefined ? row.line + 1 : Number(r), cells: [], kinds: [], shared: [] };
      column = -1;
    },
    startCell({ r, t, s }: Attributes): void {
      column = r === undefined ? column + 1 : columnOf(r);
      type = t ?? 'n';
      style = s === undefined ? 0 : Number(s);
      hasValue = false;
      raw = '';
    },
    startValue(): void {
      hasValue = true;
    },
    addText(piece: string): void {
      raw += piece;
      if (raw.length > MAX_CELL_CHARS) throw tooLarge('cell');
    },
    endCell,
    endRow(): void {
      onRow(row);
    },
  };
}

/** Tells the rows of a sheet part, in the order they stand there. What a formula says is left out, and so is all but cells. */
export function createSheetHandler(formats: SheetFormats, onRow: (row: SheetRow) => void): PartHandler {
  const builder = createRowBuilder(formats, onRow);
  let isInValue = false;
  let isInline = false;
  return {
    open(name, attributes) {
      if (name === 'c') builder.startCell(attributes);
      else if (name === 'v') {
        isInValue = true;
        builder.startValue();
      } else if (name === 'row') builder.startRow(attributes);
      else if (name === 'is') isInline = true;
      else if (isInline) builder.inline.open(name);
    },
    text(piece) {
      if (isInValue) builder.addText(piece);
      else if (isInline) builder.inline.text(piece);
    },
    close(name) {
      if (name === 'c') builder.endCell();
      else if (name === 'v') isInValue = false;
      else if (name === 'row') builder.endRow();
      else if (name === 'is') isInline = false;
      else if (isInline) builder.inline.close(name);
    },
  };
}
