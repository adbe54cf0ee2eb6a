/** What a number in a cell means, told by its format: Excel has no dates, only numbers that are shown as such. */
export type NumberKind = 'number' | 'date' | 'date-time' | 'time';

const builtInDates = new Set([14, 15, 16, 17, ...range(27, 36), ...range(50, 58)]);
const builtInTimes = new Set([18, 19, 20, 21, 45, 47]);
const BUILT_IN_DATE_TIME = 22;

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What shows as it stands in a format, or chooses colours, languages and conditions: none of it tells a date. */
const decoration = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
/** Hours, minutes or seconds counted on past a day: a duration is no time of day. */
const elapsed = /\[(h+|m+|s+)\]/i;

/** Reads a format code: `yyyy-mm-dd hh:mm`, `[$-401]d mmmm yyyy`, `#,##0.000`. */
export function kindOfFormat(code: string): NumberKind {
  if (/^general$/i.test(code)) return 'number';
  const bare = (code.split(';')[0] ?? '').replace(decoration, '');
  if (elapsed.test(bare)) return 'number';
  const hasTime = /[hs]/i.test(bare);
  // Beside hours and seconds m is minutes; alone it is a month.
  const hasDate = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime);
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'number';
}

/** The meaning of a format by its number; `custom` are the file's own ones. */
export function kindOfFormatId(id: number, custom: ReadonlyMap<number, string>): NumberKind {
  const code = custom.get(id);
  if (code !== undefined) return kindOfFormat(code);
  if (builtInDates.has(id)) return 'date';
  if (id === BUILT_IN_DATE_TIME) return 'date-time';
  return builtInTimes.has(id) ? 'time' : 'number';
}
