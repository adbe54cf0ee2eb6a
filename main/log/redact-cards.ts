import { hideButTail } from './mask';

// Unbroken, or in the groups that are printed on cards; never inside a longer number, a decimal or a hash.
const cardLike =
  /(?<![\p{L}\d.]|[\da-f]-)(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}|\d{4}([ -])\d{6}\2\d{4,5})(?![\d\p{L}]|[.-]\d)/gu;

/**
 * Hides card numbers but for the last three digits. Other numbers stay readable: timestamps, which begin with 1 or 20,
 * and numbers of 18 digits, which are the gateway's own ids and no length of a card brand in use there.
 */
export function redactCards(text: string): string {
  return text.replace(cardLike, (found) => {
    const digits = found.replace(/\D/g, '');
    return isCardShaped(digits) && passesLuhn(digits) ? hideButTail(digits) : found;
  });
}

/** First digits and lengths by ISO/IEC 7812: 3 travel cards, 4 to 6 and 8, 9 banks, 2221 to 2720 the newer bank range. */
function isCardShaped(digits: string): boolean {
  const first = digits.charAt(0);
  switch (digits.length) {
    case 13:
      return first === '4';
    case 14:
    case 15:
      return first === '3';
    case 16:
    case 17:
    case 19: {
      const range = Number(digits.slice(0, 4));
      return first >= '3' || (range >= 2221 && range <= 2720);
    }
    default:
      return false;
  }
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
