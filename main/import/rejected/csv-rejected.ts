import Papa from 'papaparse';
import type { FileShape } from '#domain/import-reading';
import type { ExportLanguage } from '../../export/wording';
import { defuseFormula, restoreFormula } from '../../files/formula';
import { textEncoding } from './encode-text';
import type { RejectedFormat } from './rejected-format';
import { allWords, reasonHeader } from './rejection-words';

const LINE_END = '\r\n';

const plainNumber = /^[+-]?[\d.,\s]+$/;

/** A provider's file may carry formulas too; its numbers stay numbers, and what is defused already stays as it is. */
function safeCell(cell: string): string {
  const isSafe = plainNumber.test(cell) || restoreFormula(cell) !== cell;
  return isSafe ? cell : defuseFormula(cell);
}

/**
 * CSV with the delimiter and in the encoding of the file the rows come from. Where that encoding lacks letters of the reasons (Arabic
 * in Windows-1252), and for rows of a workbook, it is UTF-8. Starts with a byte order mark where the encoding has one, for Excel.
 */
export function createCsvRejected(
  headers: readonly string[],
  { csv }: FileShape,
  language: ExportLanguage,
): RejectedFormat {
  const own = textEncoding(csv?.encoding ?? 'utf-8');
  const encoding = own.holds(allWords(language)) ? own : textEncoding('utf-8');
  const config = { delimiter: csv?.delimiter ?? ',', newline: LINE_END };
  const toLine = (cells: readonly string[]) => Papa.unparse([cells.map(safeCell)], config) + LINE_END;
  let isStart = true;
  return {
    head: toLine([...headers, reasonHeader(language)]),
    foot: '',
    row(cells, reason) {
      const fitting = headers.map((_, index) => cells[index] ?? '');
      // What a row has beyond the header's columns comes after its reason.
      return toLine([...fitting, reason, ...cells.slice(headers.length)]);
    },
    encode(text) {
      const bytes = encoding.encode(text);
      if (!isStart) return bytes;
      isStart = false;
      return Buffer.concat([encoding.mark, bytes]);
    },
  };
}
