import { buildStale } from '../build.mjs';

/** Playwright's global set-up: the specs run what is in the sources, not what happens to lie in out/. */
export default async function buildBeforeSpecs() {
  await buildStale();
}
