import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepo } from './paths.mjs';

/** Every file below a path of the repository, in a stable order. @param {string} path @returns {string[]} */
function filesBelow(path) {
  const full = inRepo(path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(inRepo().length + 1))
    .sort();
}

/**
 * A fingerprint of the names and contents of all files below the given paths. Contents, not times: a fresh clone and a restored cache have
 * new times and the same contents.
 * @param {readonly string[]} paths
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRepo(file)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} name */
const stampFile = (name) => inRepo('out', '.stamps', name);

/**
 * True when a target has to be built: its output is missing, or it was built from other sources.
 * @param {{ name: string, output: string }} target @param {string} print
 */
export function isStale({ name, output }, print) {
  if (!existsSync(inRepo(output)) || !existsSync(stampFile(name))) return true;
  return readFileSync(stampFile(name), 'utf8') !== print;
}

/** Remembers what a target was built from. @param {string} name @param {string} print */
export function stamp(name, print) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), print);
}
