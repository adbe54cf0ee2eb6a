import { z } from 'zod';
import { isLocalDate, mostHolidays, weekends, type BusinessDays } from '#domain/business-days';
import { isZone } from '#domain/expiry';

/** One channel: what the renderer may send (parsed at run time) and what it gets back (a type: main is our own code). */
export interface Channel<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly input: I;
  /** Never read at run time: carries the output's type only. */
  readonly output?: O;
}

export type ContractPart = Readonly<Record<string, Channel>>;

/** Declares a channel's output type beside its input schema. */
export function channel<O>() {
  return <I extends z.ZodType>(input: I): Channel<I, O> => ({ input });
}

/** The input of a channel that takes nothing. */
export const nothing = z.strictObject({});

/** Text a person typed, bounded so that nothing absurd travels further. */
export const shortText = z.string().max(500);
/** The cache's own key of a row, or a row number. */
export const rowNumber = z.int().min(0);
export const instant = z.int().min(0).max(253_402_300_799_999);
/** An IANA name the runtime knows. */
export const zone = z.string().min(1).max(64).refine(isZone);
/** A file that was written. Main keeps its path: the answer names it without its folder. */
export interface FileAnswer {
  readonly fileName: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

/** An id this desk made. */
export const localId = z.string().min(1).max(64);

export const businessDaysSchema = z.strictObject({
  weekend: z.enum(weekends),
  holidays: z.array(z.string().refine(isLocalDate)).max(mostHolidays).readonly(),
}) satisfies z.ZodType<BusinessDays>;
