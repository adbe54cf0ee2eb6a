import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above this file that has a lock file: the same from here and from a bundle in out/. @param {string} folder @returns {string} */
const rootAbove = (folder) =>
  existsSync(join(folder, 'package-lock.json')) ? folder : rootAbove(dirname(folder));

/** Absolute path of the repository. */
export const repoRoot = rootAbove(import.meta.dirname);

/** Absolute path of a file of the repository, given its parts from the root. @param {...string} parts */
export const inRepo = (...parts) => join(repoRoot, ...parts);
