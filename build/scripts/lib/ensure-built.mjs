import { pathToFileURL } from 'node:url';
import { inRepo } from './paths.mjs';
import { pinnedNode, run } from './run.mjs';

/**
 * Builds what is stale, in a process of its own and with all its words on standard error, because some of our commands
 * promise what they write on standard output.
 * @param {readonly string[]} [only] names of build targets; all of them when left out
 * @returns {Promise<boolean>} whether it is up to date now
 */
export async function ensureBuilt(only) {
  const builder = JSON.stringify(pathToFileURL(inRepo('build/scripts/build.mjs')).href);
  const options = only ? JSON.stringify({ only }) : '';
  const script = `const { buildStale } = await import(${builder}); await buildStale(${options});`;
  const code = await run(pinnedNode(), ['--input-type=module', '-e', script], { stdio: ['ignore', 2, 2] });
  if (code !== 0) console.error('The build failed.');
  return code === 0;
}
