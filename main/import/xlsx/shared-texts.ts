import { readPart } from './read-part';
import { createRichText } from './rich-text';
import { createTextTable } from './text-table';
import { unreadableWorkbook } from './workbook-refusal';

/** The texts that cells name by number. */
export interface SharedTexts {
  /** Reads on until the text with this number is there: the first rows of a large sheet need only the first texts. */
  readUpTo(index: number): Promise<void>;
  at(index: number): string;
  close(): Promise<void>;
}

/** Reads the shared texts of a workbook as far as they are asked for; without the part there are none. */
export function createSharedTexts(content: AsyncIterable<Uint8Array> | undefined): SharedTexts {
  const texts = createTextTable();
  const richText = createRichText();
  const reading =
    content === undefined
      ? undefined
      : readPart(content, {
          open: (name) => richText.open(name),
          text: (piece) => richText.text(piece),
          close: (name) => {
            if (name === 'si') texts.add(richText.take());
            else richText.close(name);
          },
        });
  return {
    async readUpTo(index) {
      while (reading !== undefined && texts.length <= index) {
        const { done } = await reading.next();
        if (done === true) return;
      }
    },
    at(index) {
      const text = texts.at(index);
      if (text === undefined) throw unreadableWorkbook('damaged');
      return text;
    },
    async close() {
      await reading?.return();
    },
  };
}
