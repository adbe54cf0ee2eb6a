import { exponentOf } from '#domain/currency';
import { requiredImportFields } from '#domain/import-map';
import type { ImportField, ImportSpec } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import { toAsciiNumber, type Money } from '#domain/money';
import { statusFromWord } from '#domain/payment-link';
import type { PaymentLink } from '#domain/payment-link';
import { restoreFormula } from '../files/formula';
import { createZoneClock } from '../files/zone-clock';
import { readLinkId } from './link-id';
import { readInstant } from './local-time';
import { readAmount } from './read-amount';
import type { CellKind, ImportRecord } from './record-reader';
import { refuse, RowRefusal, type RowRejection } from './row-refusal';
import { statusWordOf } from './status-word';

export type ParsedRow =
  | { readonly ok: true; readonly link: PaymentLink }
  | { readonly ok: false; readonly rejection: RowRejection };

/** What a row parser must know of the file besides the user's choices. */
export interface RowContext {
  readonly spec: ImportSpec;
  readonly now: Instant;
  /** How many columns the header row has. */
  readonly columns: number;
  /** A spreadsheet rounded the file's ids. */
  readonly idsRounded: boolean;
  /** Text that would be run as a formula has an apostrophe before it, which is taken away: in CSV files. */
  readonly isDefused: boolean;
  /** The file is an export of ours, whose texts are taken to the letter: blanks around them are the provider's. */
  readonly isOurs: boolean;
}

export type RowParser = (record: Pick<ImportRecord, 'cells' | 'kinds'>) => ParsedRow;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Row = Pick<ImportRecord, 'cells' | 'kinds'>;

function checkColumns({ cells }: Row, { spec, columns }: RowContext): void {
  const missing = requiredImportFields.find((field) => cells[spec.map[field] ?? -1] === undefined);
  // A comma that nobody quoted moves every later cell: no column of such a row can be trusted.
  const isShifted = cells.length > columns && cells.slice(columns).some((cell) => cell !== '');
  if (missing !== undefined || isShifted) refuse('columns-missing', cells.join(' | '), missing);
}

/** The cells of one row by field. */
function createCells({ spec, isDefused }: RowContext) {
  const { map } = spec;
  const textOf = ({ cells }: Row, field: ImportField) => cells[map[field] ?? -1] ?? '';
  return {
    textOf,
    kindOf: ({ kinds }: Row, field: ImportField): CellKind => kinds?.[map[field] ?? -1] ?? 'text',
    /** Text as it was before a spreadsheet was kept from running it. */
    plainOf: (row: Row, field: ImportField) =>
      isDefused ? restoreFormula(textOf(row, field)) : textOf(row, field),
  };
}

type Cells = ReturnType<typeof createCells>;

function idReader({ textOf, kindOf }: Cells, { idsRounded, isDefused }: RowContext) {
  return (row: Row): string => {
    const text = textOf(row, 'linkId');
    const isNumber = kindOf(row, 'linkId') === 'number';
    const id = readLinkId(text, { roundedFile: idsRounded, isNumber, isWrapped: isDefused });
    if (id.kind === 'missing') return refuse('id-missing', row.cells.join(' | '), 'linkId');
    return id.kind === 'damaged' ? refuse('id-damaged', text, 'linkId') : id.linkId;
  };
}

function moneyReader({ textOf, kindOf }: Cells, { spec }: RowContext) {
  const { decimal, units } = spec.reading;
  return (row: Row): Money | undefined => {
    const text = textOf(row, 'amount');
    const currencyText = textOf(row, 'currency');
    const currency = currencyText.trim().toUpperCase();
    // Nobody has told the amount: our own exports leave both cells empty then.
    if (currency === '' && text === '') return undefined;
    if (exponentOf(currency) === undefined) return refuse('currency-unknown', currencyText, 'currency');
    const isPlain = kindOf(row, 'amount') === 'number';
    const read = readAmount(text, currency, { units, decimal: isPlain ? '.' : decimal });
    return read.ok ? read.money : refuse(read.problem, text, 'amount');
  };
}

function dateReader({ textOf }: Cells, { spec }: RowContext) {
  const clock = createZoneClock(spec.zone);
  const { dateOrder: order } = spec.reading;
  return (row: Row, field: 'createdAt' | 'expiresAt' | 'checkedAt'): Instant | undefined => {
    const text = textOf(row, field).trim();
    if (text === '') return undefined;
    const dayMeans = field === 'expiresAt' ? 'end' : 'start';
    return readInstant(text, { clock, order, dayMeans }) ?? refuse('date-unreadable', text, field);
  };
}

function attemptsReader({ textOf }: Cells) {
  return (row: Row): number | undefined => {
    const text = toAsciiNumber(textOf(row, 'attempts'));
    if (text === '') return undefined;
    return /^\d{1,9}$/.test(text) ? Number(text) : refuse('number-unreadable', text, 'attempts');
  };
}

const textFields = ['customerName', 'customerEmail', 'orderText', 'url'] as const;

function createLinkReader(context: RowContext): (row: Row) => PaymentLink {
  const { spec, now, isOurs } = context;
  const cells = createCells(context);
  const readId = idReader(cells, context);
  const readMoney = moneyReader(cells, context);
  const readDate = dateReader(cells, context);
  const readAttempts = attemptsReader(cells);
  const presentTexts = textFields.filter((field) => spec.map[field] !== undefined);
  return (row) => {
    checkColumns(row, context);
    const linkId = readId(row);
    const amount = readMoney(row);
    const word = statusWordOf(cells.textOf(row, 'status'));
    if (word === '') refuse('status-missing', linkId, 'status');
    const createdAt = readDate(row, 'createdAt');
    const expiresAt = readDate(row, 'expiresAt');
    const attempts = readAttempts(row);
    const reference = cells.plainOf(row, 'reference');
    const link: Mutable<PaymentLink> = {
      connectionId: spec.connectionId,
      linkId,
      reference: isOurs ? reference : reference.trim(),
      status: statusFromWord(word, expiresAt, now),
      providerStatus: cells.plainOf(row, 'providerStatus') || word,
      // A moment to come would outrank every check until then.
      checkedAt: Math.min(readDate(row, 'checkedAt') ?? spec.exportedAt, now),
    };
    if (amount !== undefined) link.amount = amount;
    if (createdAt !== undefined) link.createdAt = createdAt;
    if (expiresAt !== undefined) link.expiresAt = expiresAt;
    if (attempts !== undefined) link.attempts = attempts;
    for (const field of presentTexts) {
      const text = cells.plainOf(row, field);
      if (text !== '') link[field] = text;
    }
    return link;
  };
}

/**
 * Makes the function that turns the cells of one row into a link, or says what is wrong with it first. It reads no clock and no
 * disk. Throws RangeError when the zone is unknown.
 */
export function createRowParser(context: RowContext): RowParser {
  const readLink = createLinkReader(context);
  return (row) => {
    try {
      return { ok: true, link: readLink(row) };
    } catch (thrown) {
      if (thrown instanceof RowRefusal) return { ok: false, rejection: thrown.rejection };
      throw thrown;
    }
  };
}
