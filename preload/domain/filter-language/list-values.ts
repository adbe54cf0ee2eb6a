import { currencyCodes } from '../currency';
import { foldText } from '../fold-text';
import { linkMarks } from '../link-filter';
import { linkStatuses } from '../payment-link';
import type { ListPart } from './fields';
import type { FilterNames } from './filter-names';
import { nearest } from './nearest';
import { inQuotes, quoteMember } from './quote';
import { withoutMarks } from './text-marks';
import type { Piece } from './tokenize';

/** How the members of a list are written and read. */
interface ListValues {
  /** Members to choose from. */
  readonly known: (names: FilterNames) => readonly string[];
  /** What a piece stands for, several members where several have the name; undefined when nothing is called that. */
  readonly read: (piece: Piece, names: FilterNames) => readonly string[] | undefined;
  readonly write: (member: string, names: FilterNames) => string;
}

/** The empty code, which stands for links without an amount. */
const noCurrency = 'none';

export const listValues: Readonly<Record<ListPart, ListValues>> = {
  statuses: keywords(linkStatuses),
  marks: keywords(linkMarks),
  currencies: {
    known: ({ currencies }) =>
      currencies?.filter((code) => /^([A-Z]{3})?$/.test(code)) ?? ['', ...currencyCodes],
    read: readCurrency,
    write: writeCurrency,
  },
  connectionIds: {
    known: ({ connections }) => connections.map(({ id }) => id),
    read: readConnection,
    write: writeConnection,
  },
};

/** A value near to one that nothing is called, as it would be written. */
export function nearestValue(part: ListPart, piece: Piece, names: FilterNames): string | undefined {
  const { known, write } = listValues[part];
  const hintsAt = part === 'currencies' ? [...known(names), ...currencyCodes] : known(names);
  const words = new Map(hintsAt.map((member) => [wordOf(part, member, names), member]));
  const word = nearest(piece.text, [...words.keys()]);
  const member = word === undefined ? undefined : words.get(word);
  return member === undefined ? undefined : write(member, names);
}

/** What a user calls a member: without the quotes and signs that writing it may need. */
export function wordOf(part: ListPart, member: string, names: FilterNames): string {
  if (part === 'currencies' && member === '') return noCurrency;
  if (part !== 'connectionIds') return member;
  return names.connections.find(({ id }) => id === member)?.name ?? member;
}

function keywords(words: readonly string[]): ListValues {
  return {
    known: () => words,
    read: ({ text }) => (words.includes(text.toLowerCase()) ? [text.toLowerCase()] : undefined),
    write: (word) => word,
  };
}

/** Of a code that is neither at hand nor in ISO 4217, quotes say that it is meant. */
function readCurrency(
  { text, quote }: Piece,
  { currencies = [] }: FilterNames,
): readonly string[] | undefined {
  if (quote === 'none' && text.toLowerCase() === noCurrency) return [''];
  const code = text.toUpperCase();
  const isMeant = quote === 'closed' || currencies.includes(code) || currencyCodes.includes(code);
  return isMeant && /^[A-Z]{3}$/.test(code) ? [code] : undefined;
}

function writeCurrency(code: string, { currencies = [] }: FilterNames): string {
  if (code === '') return noCurrency;
  return currencies.includes(code) || currencyCodes.includes(code) ? code : inQuotes(code);
}

/**
 * Names are compared as a search compares them, but one that is written exactly so goes first; `#` begins an id, which alone can
 * stand for a connection that is gone.
 */
function readConnection({ text }: Piece, { connections }: FilterNames): readonly string[] | undefined {
  const id = text.startsWith('#') ? text.slice(1) : '';
  const idsNamed = (fold: (name: string) => string) =>
    connections.filter(({ name }) => fold(name) === fold(text)).map((connection) => connection.id);
  const ways = [
    connections.some((connection) => connection.id === id) ? [id] : [],
    idsNamed((name) => name),
    id === '' ? [] : [id],
    idsNamed((name) => foldText(withoutMarks(name)).trim()),
  ];
  return ways.find((ids) => ids.length > 0);
}

function writeConnection(id: string, names: FilterNames): string {
  const name = names.connections.find((connection) => connection.id === id)?.name ?? '';
  const read =
    name.trim() === '' ? [] : readConnection({ text: name, at: 0, end: 0, quote: 'closed' }, names);
  return quoteMember(read?.length === 1 && read[0] === id ? name : `#${id}`);
}
