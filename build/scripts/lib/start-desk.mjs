import { chooseRuntime, sayRuntime } from './choose-runtime.mjs';
import { inRepo } from './paths.mjs';
import { pinnedNode, run } from './run.mjs';
import { ensureSystemParts } from './system-parts.mjs';

/** @param {NodeJS.ProcessEnv} [env] */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Opens the built application in a window and waits until it is closed.
 * @param {readonly string[]} args given on to the application
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
export async function startDesk(args, env = {}) {
  const runtime = await chooseRuntime();
  if (runtime.kind === 'browser-host' && !(await ensureSystemParts(['browser']))) return 1;
  console.log(sayRuntime(runtime));
  if (runtime.kind === 'electron') return run(runtime.program, [inRepo('.'), ...args], { env });
  return run(pinnedNode(), [inRepo('out/browser-host/run.js'), ...args], { env });
}
