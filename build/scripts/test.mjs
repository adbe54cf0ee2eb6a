// Runs the tests: everything, one folder (`npm test -- unit`), or what matches a path. The last line it writes is
// always `N passed, N failed`, with `, N skipped` where tests were skipped.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chooseSuites } from './lib/choose-suites.mjs';
import {
  believeExitCode,
  closingLine,
  countPlaywright,
  countVitest,
  sumCounts,
} from './lib/count-results.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { inRepo } from './lib/paths.mjs';
import { pinnedNode, runWithKeychain } from './lib/run.mjs';
import { ensureSystemParts } from './lib/system-parts.mjs';

/** @typedef {import('./lib/count-results.mjs').Count} Count */

const reports = { vitest: inRepo('out/test/vitest.json'), playwright: inRepo('out/test/playwright.json') };

/**
 * What tests need of the operating system: a browser, a keychain, and readers of files that are not ours.
 * @type {Parameters<typeof ensureSystemParts>[0]}
 */
const testParts = ['browser', 'libsecret', 'dbus', 'gnome-keyring', 'xmllint', 'sqlite3', 'poppler'];

/** Programs of our packages, started by file so that no shell is needed on any system. */
const programs = {
  vitest: inRepo('node_modules/vitest/vitest.mjs'),
  playwright: inRepo('node_modules/@playwright/test/cli.js'),
};

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
function readCount(file, count, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  return believeExitCode(count(JSON.parse(readFileSync(file, 'utf8'))), exitCode);
}

/** @param {readonly string[]} args */
async function runVitest(args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`];
  const code = await runWithKeychain(pinnedNode(), [
    programs.vitest,
    'run',
    '--config',
    inRepo('build/vitest.config.ts'),
    ...reporters,
    ...args,
  ]);
  return readCount(reports.vitest, countVitest, code);
}

/** @param {readonly string[]} args */
async function runPlaywright(args) {
  const code = await runWithKeychain(
    pinnedNode(),
    [
      programs.playwright,
      'test',
      '--config',
      inRepo('build/playwright.config.ts'),
      '--reporter=list,json',
      ...args,
    ],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reports.playwright } },
  );
  return readCount(reports.playwright, countPlaywright, code);
}

/** @returns {Promise<Count>} */
async function runAll() {
  const suites = chooseSuites(process.argv.slice(2));
  rmSync(inRepo('out/test'), { recursive: true, force: true });
  mkdirSync(inRepo('out/test'), { recursive: true });
  const ready = (await ensureSystemParts(testParts)) && (await ensureBuilt());
  if (!ready) return { passed: 0, failed: 1, skipped: 0 };
  const counts = [];
  if (suites.vitest) counts.push(await runVitest(suites.vitest));
  if (suites.playwright) counts.push(await runPlaywright(suites.playwright));
  return sumCounts(counts);
}

const count = await runAll();
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
console.log(closingLine(count));
