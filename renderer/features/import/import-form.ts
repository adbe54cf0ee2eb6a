import type { ChosenFile } from '#contract/import';
import {
  importFields,
  missingFields,
  type ImportField,
  type ImportMap,
  type ImportSpec,
} from '#domain/import-map';
import type { ImportReading } from '#domain/import-reading';
import type { Instant } from '#domain/instant';

/** What the user decides about a file before it is read. */
export interface ImportForm {
  readonly connectionId: string | undefined;
  readonly map: ImportMap;
  readonly zone: string;
  readonly exportedAt: Instant | undefined;
  readonly reading: ImportReading;
}

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
  };
}

/** The map with a field filled by another column, or by none. */
export function withColumn(map: ImportMap, field: ImportField, column: number | undefined): ImportMap {
  const { [field]: _before, ...rest } = map;
  return column === undefined ? rest : { ...rest, [field]: column };
}

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
  readonly exportedAt: 'missing' | 'future' | undefined;
}

export function problemsOf(form: ImportForm, now: Instant): FormProblems {
  const { connectionId, map, exportedAt } = form;
  const inFuture = exportedAt !== undefined && exportedAt > now;
  return {
    connection: connectionId === undefined,
    fields: missingFields(map),
    exportedAt: exportedAt === undefined ? 'missing' : inFuture ? 'future' : undefined,
  };
}

/** The form as main takes it; undefined while something is missing or wrong. */
export function toSpec(form: ImportForm, now: Instant): ImportSpec | undefined {
  const { connectionId, map, zone, exportedAt, reading } = form;
  const problems = problemsOf(form, now);
  if (connectionId === undefined || exportedAt === undefined) return undefined;
  if (problems.fields.length > 0 || problems.exportedAt !== undefined) return undefined;
  return { connectionId, map, zone, exportedAt, reading };
}
