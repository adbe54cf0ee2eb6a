import type { ChosenFile } from '#contract/import';
import {
  importQuestions,
  type CellReading,
  type CsvEncoding,
  type ImportQuestion,
  type ImportReading,
} from '#domain/import-reading';
import type { ImportField } from '#domain/import-map';
import { judgeReading } from '#domain/judge-reading';
import type { ImportForm } from './form-state';

type Readable = Pick<ImportForm, 'map' | 'reading' | 'decided'>;

/** What the file leaves open with these columns, answered or not. */
export function askedQuestions(
  { map }: Pick<ImportForm, 'map'>,
  file: ChosenFile,
): readonly ImportQuestion[] {
  const encoding = file.questions.includes('encoding') ? (['encoding'] as const) : [];
  return [...encoding, ...judgeReading(file, map).questions];
}

/** What the file leaves open and nobody has answered. */
export function openQuestions(form: Readable, file: ChosenFile): readonly ImportQuestion[] {
  return askedQuestions(form, file).filter((question) => !form.decided.includes(question));
}

/** Whether how a field is read depends on a question that is still open; the encoding changes words, not what they mean. */
export function dependsOnAnswer(field: ImportField, open: readonly ImportQuestion[]): boolean {
  switch (field) {
    case 'createdAt':
    case 'expiresAt':
    case 'checkedAt':
      return open.includes('date-order');
    case 'amount':
      return open.includes('decimal') || open.includes('units');
    default:
      return false;
  }
}

/** The form with its reading as the file and its columns tell it, but for what was decided. */
export function withJudged<F extends Readable>(form: F, file: ChosenFile): F {
  const { dateOrder, decimal, units } = judgeReading(file, form.map);
  const { reading, decided } = form;
  const cells: CellReading = {
    dateOrder: decided.includes('date-order') ? reading.dateOrder : dateOrder,
    decimal: decided.includes('decimal') ? reading.decimal : decimal,
    units: decided.includes('units') ? reading.units : units,
  };
  return { ...form, reading: { ...reading, ...cells } };
}

/** The question that decides each part of how cells are read. */
const questionOf = {
  dateOrder: 'date-order',
  decimal: 'decimal',
  units: 'units',
} as const satisfies Record<keyof CellReading, ImportQuestion>;

/** The form with something of its reading decided, whether it was asked or not. */
export function withDecision<F extends Readable>(form: F, part: Partial<CellReading>): F {
  // Object.keys forgets that the parts have no other names.
  const names = Object.keys(part) as (keyof CellReading)[];
  const reading: ImportReading = { ...form.reading, ...part };
  return {
    ...form,
    reading,
    decided: together(
      form.decided,
      names.map((name) => questionOf[name]),
    ),
  };
}

/** The form with its encoding decided; the file has to be read again unless it was read so. */
export function withEncoding<F extends Readable>(form: F, encoding: CsvEncoding): F {
  const { csv } = form.reading;
  if (csv === undefined) return form;
  return {
    ...form,
    reading: { ...form.reading, csv: { ...csv, encoding } },
    decided: together(form.decided, ['encoding']),
  };
}

function together(a: readonly ImportQuestion[], b: readonly ImportQuestion[]): readonly ImportQuestion[] {
  return importQuestions.filter((question) => a.includes(question) || b.includes(question));
}

/** The form once its file was read again: other headers bring other columns. */
export function afterReread(form: ImportForm, before: ChosenFile, file: ChosenFile): ImportForm {
  const isSame = JSON.stringify(before.headers) === JSON.stringify(file.headers);
  const map = isSame ? form.map : file.guessed;
  const { dateOrder, decimal, units } = form.reading;
  return withJudged({ ...form, map, reading: { ...file.reading, dateOrder, decimal, units } }, file);
}
