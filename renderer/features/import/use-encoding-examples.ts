import { useEffect, useState } from 'react';
import type { ChosenFile } from '#contract/import';
import type { CsvEncoding } from '#domain/import-reading';
import { useDesk } from '../../stores/desk-context';
import { encodingExample } from './question-examples';

/** The encodings that nothing in a file tells apart but its words. */
export const openEncodings = ['windows-1256', 'windows-1252'] as const satisfies readonly CsvEncoding[];

export type EncodingExamples = Readonly<Partial<Record<CsvEncoding, string>>>;

/** The same words of the file under each encoding it may have: a person sees at once which can be read. */
export function useEncodingExamples(file: ChosenFile): EncodingExamples {
  const { bridge } = useDesk();
  const [examples, show] = useState<EncodingExamples>({});
  const { importId, reading } = file;
  const { delimiter } = reading.csv ?? {};
  const { headerRow } = reading;
  useEffect(() => {
    if (delimiter === undefined) return undefined;
    let isOver = false;
    for (const encoding of openEncodings) {
      const shape = { headerRow, csv: { encoding, delimiter } };
      bridge.call('import:reread', { importId, shape }).then(
        (again) => {
          const text = encodingExample(again);
          if (!isOver && text !== undefined) show((before) => ({ ...before, [encoding]: text }));
        },
        // Without an example the names of the encodings have to do.
        () => undefined,
      );
    }
    return () => {
      isOver = true;
    };
  }, [bridge, importId, delimiter, headerRow]);
  return examples;
}
