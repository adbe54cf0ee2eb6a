import { relative } from 'node:path';
import { repoRoot } from './paths.mjs';

/**
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] | null }[] }} VitestFile
 * @typedef {{ title: string, ok: boolean, file: string, line: number }} PlaywrightSpec
 * @typedef {{ specs?: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite a report, or a part of it
 */

/**
 * Names what failed in a vitest JSON report, with the first line of each reason.
 * @param {{ testResults: readonly VitestFile[] }} report
 * @returns {string[]}
 */
export function nameVitest(report) {
  return report.testResults.flatMap((file) => {
    const path = relative(repoRoot, file.name).replaceAll('\\', '/');
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${path}: ${firstLine(file.message)}`];
    return failed.map((test) => `${path} › ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
}

/**
 * Names what failed in a Playwright JSON report, however often it was tried.
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
export function namePlaywright({ specs = [], suites = [] }) {
  const failed = specs.filter((spec) => !spec.ok);
  return [
    ...failed.map((spec) => `test/e2e/${spec.file}:${spec.line} › ${spec.title}`),
    ...suites.flatMap(namePlaywright),
  ];
}

/** @param {string | undefined} message */
function firstLine(message = '') {
  return message.split('\n', 1)[0] ?? '';
}
