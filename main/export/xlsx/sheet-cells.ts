import { exponentOf } from '#domain/currency';
import type { Instant } from '#domain/instant';
import { formatMinor } from '#domain/money';
import { createZoneClock } from '../../files/zone-clock';
import { createAmountWriter } from '../amount-writer';
import { excelSerial } from './excel-serial';
import { sheetText } from './sheet-text';
import { amountStyle, type StyleIds, type StyleName } from './sheet-styles';

/** What could not be written as it is. */
export interface LossTally {
  strippedCharacters: number;
  cutCells: number;
}

/** Writes the cells of a sheet. `place` is where a cell stands: `B7`. */
export interface SheetCells {
  /** Nothing at all for an empty text. */
  text(place: string, value: string, style?: StyleName): string;
  /** A whole number, such as a count or an amount in minor units. */
  whole(place: string, value: number | string): string;
  /** An amount in major units, with the decimals of its currency, made of its minor units. */
  amount(place: string, minor: number | string, currency: string): string;
  /** A moment as a date of Excel's on the zone's wall clock. */
  instant(place: string, at: Instant): string;
}

/** Excel shows fifteen figures of a number and zeros for the rest. */
const MAX_FIGURES = 15;

/** Makes the writer of the cells of one workbook. */
export function createSheetCells(ids: StyleIds, zone: string, losses: LossTally): SheetCells {
  const clock = createZoneClock(zone);
  const writeAmount = createAmountWriter();
  const styles = new Map<string, StyleName>();

  function styleOf(currency: string): StyleName {
    const style = styles.get(currency) ?? amountStyle(exponentOf(currency) ?? 0);
    styles.set(currency, style);
    return style;
  }

  function text(place: string, value: string, style: StyleName = 'text'): string {
    if (value === '') return '';
    const { element, stripped, isCut } = sheetText(value);
    losses.strippedCharacters += stripped;
    if (isCut) losses.cutCells += 1;
    // The kind is in the cell: whatever the text looks like, it is never run as a formula.
    return `<c r="${place}" s="${ids[style]}" t="inlineStr"><is>${element}</is></c>`;
  }

  function number(place: string, value: string, style: StyleName): string {
    return value.length > MAX_FIGURES && value.replace(/\D/g, '').length > MAX_FIGURES
      ? text(place, value)
      : `<c r="${place}" s="${ids[style]}"><v>${value}</v></c>`;
  }

  return {
    text,
    whole: (place, value) => number(place, String(value), 'whole'),
    amount: (place, minor, currency) =>
      number(
        place,
        typeof minor === 'number' ? writeAmount(minor, currency) : formatMinor(minor, currency),
        styleOf(currency),
      ),
    instant(place, at) {
      const wallMs = clock.toWall(at);
      const serial = excelSerial(wallMs);
      // When clocks go back an hour is shown twice: the second time the date alone would be read as the first.
      const isClear = serial !== undefined && clock.toInstant(wallMs) === Math.floor(at / 1000) * 1000;
      return isClear
        ? `<c r="${place}" s="${ids.instant}"><v>${serial}</v></c>`
        : text(place, clock.format(at));
    },
  };
}
