/** Month names in English, and in the Arabic of the Gulf and Egypt, of the Levant, and of the Maghreb. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'feb', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mar', 'مارس', 'آذار'],
  ['april', 'apr', 'أبريل', 'إبريل', 'نيسان', 'أفريل'],
  ['may', 'مايو', 'أيار', 'ماي'],
  ['june', 'jun', 'يونيو', 'يونيه', 'حزيران', 'جوان'],
  ['july', 'jul', 'يوليو', 'يوليه', 'تموز', 'جويلية'],
  ['august', 'aug', 'أغسطس', 'آب', 'أوت'],
  ['september', 'sep', 'sept', 'سبتمبر', 'أيلول'],
  ['october', 'oct', 'أكتوبر', 'تشرين الأول'],
  ['november', 'nov', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'dec', 'ديسمبر', 'كانون الأول'],
];

/** Without the signs on and under an alef, which many leave out, and without vowel marks. */
function fold(name: string): string {
  return name
    .replace(/[آأإ]/g, 'ا')
    .replace(/\p{M}/gu, '')
    .replace(/ة/g, 'ه')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((of, index) => of.map((name) => [fold(name), index + 1] as const)),
);

/** The number of a month from its name or English abbreviation, 1 to 12; undefined for any other word. */
export function monthOf(name: string): number | undefined {
  return months.get(fold(name));
}
