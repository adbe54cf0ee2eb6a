/** Folders below test/ that vitest runs; `npm test -- unit` means test/unit. */
export const vitestFolders = ['unit', 'contract', 'integration', 'model', 'architecture'];

/**
 * @typedef {{ vitest: string[] | undefined, playwright: string[] | undefined }} Suites
 *   arguments per runner; undefined when that runner is not wanted
 */

/**
 * Decides which runners an `npm test -- ...` needs and what each is told. Without arguments everything runs. A word is
 * one of the test folders (`unit`, `e2e`, ...) or a part of a path; options go to the runners that run.
 * @param {readonly string[]} words
 * @returns {Suites}
 */
export function chooseSuites(words) {
  const split = words.findIndex((word) => word.startsWith('-'));
  const names = (split === -1 ? words : words.slice(0, split)).map((word) => word.replaceAll('\\', '/'));
  const options = split === -1 ? [] : words.slice(split);
  if (names.length === 0) return { vitest: [...options], playwright: [...options] };
  const forPlaywright = names.filter(isForPlaywright);
  const forVitest = names.filter((name) => !isForPlaywright(name));
  return {
    vitest: forVitest.length > 0 ? [...forVitest.map(asFolder), ...options] : undefined,
    playwright:
      forPlaywright.length > 0
        ? [...forPlaywright.filter((name) => !isWholeFolder(name)), ...options]
        : undefined,
  };
}

/** @param {string} name */
function isForPlaywright(name) {
  return /(^|\/)e2e(\/|$)/.test(name) || name.endsWith('.spec.ts');
}

/** @param {string} name */
function isWholeFolder(name) {
  return /(^|\/)e2e\/?$/.test(name);
}

/** @param {string} name */
function asFolder(name) {
  return vitestFolders.includes(name) ? `test/${name}/` : name;
}
