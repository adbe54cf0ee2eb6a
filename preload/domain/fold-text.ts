/** Letters that are written for one another, and digits of other scripts. */
const alike: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ـ: '' };

/** The first digit of the Arabic and of the Persian ten. */
const zeros = [0x660, 0x6f0];

function foldDigit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? letter : String(code - zero);
}

/**
 * Folds text for searching: lower case, without Latin accents and Arabic vowel marks, and with the Arabic letters that people
 * type for one another made one (ة and ه, ى and ي). The store folds its index the same way: a change here needs a migration.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ىیکةـ]/g, (letter) => alike[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, foldDigit);
}
