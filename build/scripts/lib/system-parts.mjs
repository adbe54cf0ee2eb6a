import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { runQuietly } from './run.mjs';

/**
 * A part of the operating system that we need and npm cannot bring.
 * @typedef {'browser' | 'libsecret' | 'dbus' | 'gnome-keyring' | 'libreoffice' | 'xmllint' | 'sqlite3' | 'poppler'} PartName
 * @typedef {{ what: string, packages: Record<'apt-get' | 'dnf', string>, isPresent: () => boolean }} Part
 */

const INSTALL_LIMIT_MS = 10 * 60_000;

/** @type {Record<PartName, Part>} */
const parts = {
  browser: {
    what: 'Chromium, Chrome or Edge',
    packages: { 'apt-get': 'chromium', dnf: 'chromium' },
    isPresent: hasBrowser,
  },
  libsecret: {
    what: 'the keychain library',
    packages: { 'apt-get': 'libsecret-1-0', dnf: 'libsecret' },
    isPresent: () => hasLibrary('libsecret-1.so.0'),
  },
  dbus: {
    what: 'a private message bus for tests',
    packages: { 'apt-get': 'dbus', dnf: 'dbus-daemon' },
    isPresent: () => hasCommand('dbus-run-session') && hasCommand('dbus-daemon'),
  },
  'gnome-keyring': {
    what: 'a throw-away keychain for tests',
    packages: { 'apt-get': 'gnome-keyring', dnf: 'gnome-keyring' },
    isPresent: () => hasCommand('gnome-keyring-daemon'),
  },
  poppler: {
    what: 'a reader of PDF files for tests',
    packages: { 'apt-get': 'poppler-utils', dnf: 'poppler-utils' },
    isPresent: () => ['pdftotext', 'pdfinfo', 'pdffonts', 'pdfdetach'].every(hasCommand),
  },
  libreoffice: {
    what: 'LibreOffice Calc, which reads our files in tests',
    packages: { 'apt-get': 'libreoffice-calc-nogui', dnf: 'libreoffice-calc' },
    isPresent: () => hasCommand('soffice'),
  },
  xmllint: {
    what: 'a validator of XML files for tests',
    packages: { 'apt-get': 'libxml2-utils', dnf: 'libxml2' },
    isPresent: () => hasCommand('xmllint'),
  },
  sqlite3: {
    what: 'the sqlite3 command that exports are measured against',
    packages: { 'apt-get': 'sqlite3', dnf: 'sqlite' },
    isPresent: () => hasCommand('sqlite3'),
  },
};

/** Also takes a Chromium that Playwright has downloaded, and names it for everything that we start. */
function hasBrowser() {
  if (findBrowser() !== undefined) return true;
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const downloaded = chromium.executablePath();
  if (!existsSync(downloaded)) return false;
  process.env['DESK_BROWSER'] = downloaded;
  return true;
}

/** @param {string} command */
function hasCommand(command) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}

/** @param {string} file */
function hasLibrary(file) {
  const tops = ['/lib', '/usr/lib', '/usr/lib64', '/usr/local/lib'];
  return tops.some(
    (top) =>
      existsSync(path.join(top, file)) ||
      subfolders(top).some((folder) => existsSync(path.join(top, folder, file))),
  );
}

/** @param {string} folder */
function subfolders(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * The command that installs the missing parts here. Ubuntu's archive has no Chromium outside of snap, so there the
 * browser comes from Playwright.
 * @param {readonly PartName[]} missing
 * @param {{ manager: 'apt-get' | 'dnf', isUbuntu: boolean }} system
 * @returns {string[][]} commands to run as root, one after the other
 */
export function installCommands(missing, { manager, isUbuntu }) {
  const fromPlaywright = isUbuntu && missing.includes('browser');
  const packages = missing
    .filter((name) => !(fromPlaywright && name === 'browser'))
    .map((name) => parts[name].packages[manager]);
  const install =
    manager === 'apt-get'
      ? ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
      : ['dnf', 'install', '-y', ...packages];
  return [
    ...(packages.length > 0 ? [install] : []),
    ...(fromPlaywright ? [['npx', 'playwright', 'install', '--with-deps', 'chromium']] : []),
  ];
}

/** @param {readonly string[][]} commands */
function asTyped(commands) {
  const isRoot = process.getuid?.() === 0;
  return commands
    .map((command) => (isRoot || command[0] === 'npx' ? command : ['sudo', ...command]).join(' '))
    .join(' && ');
}

function isUbuntu() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID=ubuntu$/m.test(readFileSync(file, 'utf8'));
}

/**
 * Makes sure that the named parts are there: installs what is missing as root on a machine with apt, else says which
 * command does. Elsewhere than on Linux only a browser can be missing.
 * @param {readonly PartName[]} names
 * @returns {Promise<boolean>} false when something is still missing; what to do has been printed then
 */
export async function ensureSystemParts(names) {
  const wanted = process.platform === 'linux' ? names : names.filter((name) => name === 'browser');
  const missing = wanted.filter((name) => !parts[name].isPresent());
  if (missing.length === 0) return true;
  const inWords = missing.map((name) => parts[name].what).join(', ');
  if (process.platform !== 'linux') {
    console.error(`Missing: ${inWords}. Install one of them, then run this again.`);
    return false;
  }
  const manager = !hasCommand('apt-get') && hasCommand('dnf') ? 'dnf' : 'apt-get';
  const commands = installCommands(missing, { manager, isUbuntu: isUbuntu() });
  if (manager !== 'apt-get' || !hasCommand('apt-get') || process.getuid?.() !== 0) {
    console.error(`Missing: ${inWords}. Run this command, then try again:\n\n  ${asTyped(commands)}\n`);
    return false;
  }
  console.error(`Installing ${inWords} ...`);
  const failure = await installAsRoot(commands);
  const stillMissing = missing.filter((name) => !parts[name].isPresent());
  if (failure === undefined && stillMissing.length === 0) return true;
  console.error(failure ?? '');
  const stillInWords = stillMissing.map((name) => parts[name].what).join(', ');
  console.error(
    `Could not install: ${stillInWords}. Run this command, then try again:\n\n  ${asTyped(commands)}\n`,
  );
  return false;
}

/**
 * @param {readonly string[][]} commands
 * @returns {Promise<string | undefined>} what a failing command wrote
 */
async function installAsRoot(commands) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
  const updated = await runQuietly('apt-get', [...patient, 'update'], { env, timeoutMs: INSTALL_LIMIT_MS });
  for (const [command = '', ...args] of commands) {
    const all = command === 'apt-get' ? [...patient, ...args] : args;
    const { code, output } = await runQuietly(command, all, { env, timeoutMs: INSTALL_LIMIT_MS });
    if (code !== 0) return updated.code === 0 ? output : `${updated.output}\n${output}`;
  }
  return undefined;
}
