import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRepo, repoRoot } from './paths.mjs';

/**
 * The Node that the application is built and tested with: the pinned one where it is installed, so that a script
 * started by hand with an older Node behaves like the npm script.
 * @returns {string}
 */
export function pinnedNode() {
  const binary = inRepo('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : process.execPath;
}

/**
 * Runs a command to its end with our terminal and returns its exit code; a command ended by a signal counts as 1.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions, timeoutMs?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, stdio = 'inherit', timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: repoRoot,
      stdio,
      env: { ...process.env, ...env },
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (/** @type {number} */ code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
}

/**
 * Runs a command silently and returns what it wrote, standard output and errors together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs: number }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, { env = {}, timeoutMs }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: repoRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.once('close', (code, signal) => {
      if (signal) output += `\n(ended after ${timeoutMs / 1000} s by ${signal})`;
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a Node script of this repository with the pinned Node and returns its exit code.
 * @param {string} script path below the root
 * @param {readonly string[]} [args]
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(script, args = [], options = {}) {
  return run(pinnedNode(), [inRepo(script), ...args], options);
}

/**
 * Runs a command, on Linux inside a private session with a throw-away keychain (keyring.sh).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runWithKeychain(command, args, options = {}) {
  if (process.platform !== 'linux') return run(command, args, options);
  return run('bash', [inRepo('build/scripts/keyring.sh'), command, ...args], options);
}
