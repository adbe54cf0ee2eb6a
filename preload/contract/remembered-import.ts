import { z } from 'zod';
import type { RememberedImport } from '#domain/remembered-import';
import { importMapSchema, importReadingSchema } from './import';
import { zone } from './part';

export const rememberedImportSchema = z.strictObject({
  headersKey: z.string().regex(/^[0-9a-f]{16}$/),
  map: importMapSchema,
  reading: importReadingSchema,
  zone,
}) satisfies z.ZodType<RememberedImport>;
