import { MAX_CELL_CHARS } from '../import-limits';
import { unescapeText } from './escaped-text';
import { tooLarge } from '../read-failures';

/** Gathers the text of a cell from its pieces; how each is set, and how Japanese is read aloud, is left out. */
export interface RichText {
  open(name: string): void;
  text(piece: string): void;
  close(name: string): void;
  /** The whole text; the next one begins empty. */
  take(): string;
}

export function createRichText(): RichText {
  let gathered = '';
  let isInText = false;
  let isReading = false;
  return {
    open(name) {
      if (name === 't') isInText = true;
      else if (name === 'rPh') isReading = true;
    },
    text(piece) {
      if (!isInText || isReading) return;
      gathered += piece;
      if (gathered.length > MAX_CELL_CHARS) throw tooLarge('cell');
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isReading = false;
    },
    take() {
      const whole = unescapeText(gathered);
      gathered = '';
      return whole;
    },
  };
}
