import type { ChosenFile } from '#contract/import';
import { headersKey, recallImport, type RememberedImport } from '#domain/remembered-import';
import type { ImportForm } from './form-state';
import { askedQuestions, withJudged } from './reading-form';

/**
 * The form filled as the last file with the same headers was read, or undefined when there was none. What this file tells for
 * certain goes before what is remembered of another; what it leaves open is answered as it was then.
 */
export function recalledForm(
  form: ImportForm,
  file: ChosenFile,
  remembered: readonly RememberedImport[],
): ImportForm | undefined {
  const found = recallImport(remembered, file.headers);
  if (found === undefined) return undefined;
  const { map, zone, reading } = found;
  const asked = askedQuestions({ map }, file);
  const { csv } = file.reading;
  const encoding = asked.includes('encoding') ? reading.csv?.encoding : undefined;
  const { dateOrder, decimal, units } = reading;
  return withJudged(
    {
      ...form,
      ...{ map, zone },
      reading: {
        ...file.reading,
        ...(csv === undefined || encoding === undefined ? {} : { csv: { ...csv, encoding } }),
        ...{ dateOrder, decimal, units },
      },
      decided: asked.filter((question) => question !== 'encoding' || encoding !== undefined),
    },
    file,
  );
}

/** What is worth remembering of a form that was run. */
export function rememberedOf({ map, reading, zone }: ImportForm, file: ChosenFile): RememberedImport {
  return { headersKey: headersKey(file.headers), map, reading, zone };
}
