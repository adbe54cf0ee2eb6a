import type { ChosenFile } from '#contract/import';
import {
  importFields,
  missingFields,
  requiredImportFields,
  type ImportField,
  type ImportMap,
  type ImportSpec,
} from '#domain/import-map';
import type { ImportQuestion } from '#domain/import-reading';
import type { Instant } from '#domain/instant';
import type { ImportForm } from './form-state';
import { openQuestions, withJudged } from './reading-form';

const minuteMs = 60_000;

/** A form to begin with: the columns the headers tell, and the file's own age. Fields of time show whole minutes. */
export function firstForm(
  file: ChosenFile,
  known: { readonly zone: string; readonly connectionIds: readonly string[] },
): ImportForm {
  const [only, ...others] = known.connectionIds;
  return {
    connectionId: others.length === 0 ? only : undefined,
    map: file.guessed,
    zone: known.zone,
    exportedAt: Math.floor(file.modifiedAt / minuteMs) * minuteMs,
    reading: file.reading,
    decided: [],
  };
}

/** The form with a field filled by another column, or by none; what is not decided of the reading follows. */
export function withColumn(
  form: ImportForm,
  file: ChosenFile,
  { field, column }: { readonly field: ImportField; readonly column: number | undefined },
): ImportForm {
  const { [field]: _before, ...rest } = form.map;
  const map: ImportMap = column === undefined ? rest : { ...rest, [field]: column };
  return withJudged({ ...form, map }, file);
}

export const isRequired = (field: ImportField): boolean =>
  (requiredImportFields as readonly ImportField[]).includes(field);

/** The fields with those in front without which nothing can be imported. */
export const fieldsInOrder: readonly ImportField[] = importFields.toSorted(
  (a, b) => Number(isRequired(b)) - Number(isRequired(a)),
);

/** Another field that the same column fills, if any: allowed, but seldom meant. */
export function sharedWith(map: ImportMap, field: ImportField): ImportField | undefined {
  const column = map[field];
  if (column === undefined) return undefined;
  return importFields.find((other) => other !== field && map[other] === column);
}

/** The first values of a column that are not empty. */
export function samplesOf(file: Pick<ChosenFile, 'sample'>, column: number | undefined): readonly string[] {
  if (column === undefined) return [];
  return file.sample
    .map((cells) => cells[column]?.trim() ?? '')
    .filter((text) => text !== '')
    .slice(0, 3);
}

/** What is missing or wrong in a form. */
export interface FormProblems {
  readonly connection: boolean;
  readonly fields: readonly ImportField[];
  readonly questions: readonly ImportQuestion[];
  readonly exportedAt: 'missing' | 'future' | undefined;
}

export function problemsOf(form: ImportForm, file: ChosenFile, now: Instant): FormProblems {
  const { connectionId, map, exportedAt } = form;
  const inFuture = exportedAt !== undefined && exportedAt > now;
  return {
    connection: connectionId === undefined,
    fields: missingFields(map),
    questions: openQuestions(form, file),
    exportedAt: exportedAt === undefined ? 'missing' : inFuture ? 'future' : undefined,
  };
}

/** The form as main takes it; undefined while something is missing, wrong or not answered. */
export function toSpec(form: ImportForm, file: ChosenFile, now: Instant): ImportSpec | undefined {
  const { connectionId, map, zone, exportedAt, reading } = form;
  const problems = problemsOf(form, file, now);
  if (connectionId === undefined || exportedAt === undefined || problems.exportedAt !== undefined)
    return undefined;
  if (problems.fields.length > 0 || problems.questions.length > 0) return undefined;
  return { connectionId, map, zone, exportedAt, reading };
}
