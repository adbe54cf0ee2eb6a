import { isLocalDate, mostHolidays } from '#domain/business-days';

/** What came of typed or pasted holidays. */
export interface AddedHolidays {
  /** The whole list, sorted, each day once. */
  readonly holidays: readonly string[];
  readonly added: number;
  /** What is no date, word for word. */
  readonly invalid: readonly string[];
  /** How many days the list had no room for. */
  readonly left: number;
}

/** Arabic-Indic and Persian digits as Latin ones: a list may come from an Arabic calendar. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'.indexOf(digit) % 10));
}

/** Adds days written `2026-12-31`, apart by blanks, lines, commas or semicolons of either language. */
export function addHolidays(known: readonly string[], typed: string): AddedHolidays {
  const words = typed.split(/[\s,;،؛]+/).filter((word) => word !== '');
  const days = words.map(latinDigits).filter(isLocalDate);
  const invalid = words.filter((word) => !isLocalDate(latinDigits(word)));
  const before = new Set(known);
  const fresh = [...new Set(days)].filter((day) => !before.has(day)).sort();
  const taken = fresh.slice(0, Math.max(0, mostHolidays - before.size));
  return {
    holidays: [...before, ...taken].sort(),
    added: taken.length,
    invalid: [...new Set(invalid)],
    left: fresh.length - taken.length,
  };
}
