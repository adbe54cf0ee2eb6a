// Runs the tests: everything, one folder (`npm test -- unit`), or what matches a path. It ends with the names of what
// failed, and the last line is always `N passed, N failed`, with `, N skipped` where tests were skipped.
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
import { namePlaywright, nameVitest } from './lib/name-failures.mjs';
import { inRepo } from './lib/paths.mjs';
import { pinnedNode, runWithKeychain } from './lib/run.mjs';
import { ensureSystemParts } from './lib/system-parts.mjs';

/**
 * @typedef {import('./lib/count-results.mjs').Count} Count
 * @typedef {import('./lib/count-results.mjs').PlaywrightReport & import('./lib/name-failures.mjs').PlaywrightSuite} PlaywrightReport
 * @typedef {{ count: Count, failures: readonly string[] }} Outcome
 */

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
 * @param {string} runner
 * @param {string} file
 * @param {{ count: (report: Report) => Count, name: (report: Report) => string[] }} read
 * @param {number} exitCode
 * @returns {Outcome}
 */
function readOutcome(runner, file, { count, name }, exitCode) {
  if (!existsSync(file))
    return { count: { passed: 0, failed: 1, skipped: 0 }, failures: [`${runner} wrote no report`] };
  /** @type {Report} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return { count: believeExitCode(count(report), exitCode), failures: name(report) };
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
  return readOutcome('vitest', reports.vitest, { count: countVitest, name: nameVitest }, code);
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
  /** @type {{ count: (report: PlaywrightReport) => Count, name: (report: PlaywrightReport) => string[] }} */
  const read = { count: countPlaywright, name: namePlaywright };
  return readOutcome('playwright', reports.playwright, read, code);
}

/** @returns {Promise<Outcome[]>} */
async function runAll() {
  const suites = chooseSuites(process.argv.slice(2));
  rmSync(inRepo('out/test'), { recursive: true, force: true });
  mkdirSync(inRepo('out/test'), { recursive: true });
  const ready = (await ensureSystemParts(testParts)) && (await ensureBuilt());
  if (!ready) return [{ count: { passed: 0, failed: 1, skipped: 0 }, failures: [] }];
  const outcomes = [];
  if (suites.vitest) outcomes.push(await runVitest(suites.vitest));
  if (suites.playwright) outcomes.push(await runPlaywright(suites.playwright));
  return outcomes;
}

const outcomes = await runAll();
const count = sumCounts(outcomes.map((outcome) => outcome.count));
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(`FAILED ${failure}`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
console.log(closingLine(count));
