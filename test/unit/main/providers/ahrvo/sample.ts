import { readFileSync } from 'node:fs';

/** The example response of Ahrvo's list page, word for word. */
export const listSample: unknown = JSON.parse(
  readFileSync(new URL('../../../../fixtures/ahrvo-list-sample.json', import.meta.url), 'utf8'),
);
