// Builds what is stale into out/. `node build/scripts/build.mjs [--only main,preload] [--force]`
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { fingerprint, isStale, stamp } from './lib/stale.mjs';
import { canBuild, commonSources, targets } from './lib/targets.mjs';

/**
 * Builds the targets whose sources changed since they were last built, and says one line for each. Rejects when one fails.
 * @param {{ only?: readonly string[], force?: boolean, say?: (line: string) => void }} [options]
 * @returns {Promise<string[]>} the names of the targets that were built
 */
export async function buildStale({ only, force = false, say = console.log } = {}) {
  const unknown = only?.filter((name) => !targets.some((target) => target.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No such build target: ${unknown.join(', ')}`);
  const built = [];
  for (const target of targets) {
    if ((only && !only.includes(target.name)) || !canBuild(target)) continue;
    const print = fingerprint([...target.sources, ...commonSources]);
    if (!force && !isStale(target, print)) continue;
    const startedAt = performance.now();
    await target.make();
    // A build that was overtaken by an edit keeps the old fingerprint and is done again next time.
    stamp(target.name, print);
    say(`built ${target.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    built.push(target.name);
  }
  return built;
}

async function runAsCommand() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, force: { type: 'boolean' } } });
  const only = values.only?.split(',').map((name) => name.trim());
  const built = await buildStale({ ...(only && { only }), force: values.force ?? false });
  if (built.length === 0) console.log('nothing to build: out/ is up to date');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runAsCommand().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
