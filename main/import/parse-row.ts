import { exponentOf } from '#domain/currency';
import type { ImportField, ImportSpec, RejectedRow } from '#domain/import-map';
import { requiredImportFields } from '#domain/import-map';
import type { Instant } from '#domain/instant';
import { parseAmount } from '#domain/money';
import type { Money } from '#domain/money';
import { statusFromWord } from '#domain/payment-link';
import type { PaymentLink } from '#domain/payment-link';
import { restoreFormula } from '../files/formula';
import { createZoneClock } from '../files/zone-clock';
import { MAX_TEXT_SHOWN } from './import-limits';
import { readLinkId } from './link-id';
import { readInstant } from './local-time';
import type { ImportRecord } from './record-reader';
import { statusWordOf } from './status-word';

/** Why a row is not taken, before its line is known. */
export type RowRejection = Omit<RejectedRow, 'line'>;

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
}

type LinkDates = Partial<Pick<PaymentLink, 'createdAt' | 'expiresAt'>>;

export type RowParser = (record: Pick<ImportRecord, 'cells' | 'kinds'>) => ParsedRow;

/** Ends the reading of a row. Never leaves this file. */
class RowRefusal extends Error {
  readonly rejection: RowRejection;

  constructor(rejection: RowRejection) {
    super(rejection.problem);
    this.rejection = rejection;
  }
}

function refuse(problem: RejectedRow['problem'], text: string, field?: ImportField): never {
  throw new RowRefusal(rejectionOf(problem, text, field));
}

/** A rejection with its text cut to what a list shows. */
export function rejectionOf(
  problem: RejectedRow['problem'],
  text: string,
  field?: ImportField,
): RowRejection {
  const shown = [...text.slice(0, 2 * MAX_TEXT_SHOWN)].slice(0, MAX_TEXT_SHOWN).join('');
  return { problem, text: shown, ...(field === undefined ? {} : { field }) };
}

function checkColumns(cells: readonly string[], { spec, columns }: RowContext): void {
  const missing = requiredImportFields.find((field) => cells[spec.map[field] ?? -1] === undefined);
  // A comma that nobody quoted moves every later cell: no column of such a row can be trusted.
  const isShifted = cells.slice(columns).some((cell) => cell !== '');
  if (missing !== undefined || isShifted) refuse('columns-missing', cells.join(' | '), missing);
}

function readAmount(text: string, currencyText: string): Money {
  const currency = currencyText.trim().toUpperCase();
  if (exponentOf(currency) === undefined) refuse('currency-unknown', currencyText, 'currency');
  const parsed = parseAmount(text, currency);
  if (parsed.ok) return parsed.money;
  return refuse(
    parsed.problem === 'too-many-decimals' ? 'amount-too-precise' : 'amount-unreadable',
    text,
    'amount',
  );
}

function readRequired(cells: readonly string[], context: RowContext) {
  const { map } = context.spec;
  const cell = (field: (typeof requiredImportFields)[number]) => cells[map[field] ?? -1] ?? '';
  const id = readLinkId(cell('linkId'), context.idsRounded);
  if (id.kind === 'missing') return refuse('id-missing', cells.join(' | '), 'linkId');
  if (id.kind === 'damaged') return refuse('id-damaged', cell('linkId'), 'linkId');
  const amount = readAmount(cell('amount'), cell('currency'));
  const providerStatus = statusWordOf(cell('status'));
  if (providerStatus === '') return refuse('status-missing', id.linkId, 'status');
  return { linkId: id.linkId, amount, providerStatus };
}

/**
 * Makes the function that turns the cells of one row into a link, or says what is wrong with it first. It reads no clock and no
 * disk. Throws RangeError when the zone is unknown.
 */
export function createRowParser(context: RowContext): RowParser {
  const { spec, now } = context;
  const clock = createZoneClock(spec.zone);

  function readDate(cells: readonly string[], field: 'createdAt' | 'expiresAt'): LinkDates {
    const text = cells[spec.map[field] ?? -1]?.trim() ?? '';
    if (text === '') return {};
    return { [field]: readInstant(text, clock) ?? refuse('date-unreadable', text, field) };
  }

  function readText(cells: readonly string[], field: 'customerName' | 'customerEmail' | 'orderText' | 'url') {
    const text = restoreFormula(cells[spec.map[field] ?? -1] ?? '');
    return text === '' ? {} : { [field]: text };
  }

  function parse(cells: readonly string[]): PaymentLink {
    checkColumns(cells, context);
    const required = readRequired(cells, context);
    const dates = { ...readDate(cells, 'createdAt'), ...readDate(cells, 'expiresAt') };
    return {
      connectionId: spec.connectionId,
      ...required,
      reference: restoreFormula(cells[spec.map.reference ?? -1] ?? '').trim(),
      status: statusFromWord(required.providerStatus, dates.expiresAt, now),
      ...dates,
      ...readText(cells, 'customerName'),
      ...readText(cells, 'customerEmail'),
      ...readText(cells, 'orderText'),
      ...readText(cells, 'url'),
      // A moment to come would outrank every check until then.
      checkedAt: Math.min(spec.exportedAt, now),
    };
  }

  return ({ cells }) => {
    try {
      return { ok: true, link: parse(cells) };
    } catch (thrown) {
      if (thrown instanceof RowRefusal) return { ok: false, rejection: thrown.rejection };
      throw thrown;
    }
  };
}
