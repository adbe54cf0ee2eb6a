/**
 * Every "only here" rule of the code base, in one list.
 *
 * In a flat configuration two blocks that set the same rule replace each other, so the lists for
 * no-restricted-imports and no-restricted-syntax are computed here once per group of files.
 *
 * @typedef {{ name: string, importNames?: string[], allowTypeImports?: boolean, message: string }} RestrictedImport
 * @typedef {{ selector: string, message: string }} RestrictedSyntax
 * @typedef {{ id: string, ownedBy: string[], imports?: RestrictedImport[], syntax?: RestrictedSyntax[] }} Restriction
 */

/**
 * A package that one part of the code owns; types of it may be named anywhere.
 * @param {string} id @param {string} name @param {string} message @param {string[]} ownedBy
 * @returns {Restriction}
 */
function ownedPackage(id, name, message, ownedBy) {
  return {
    id,
    ownedBy,
    imports: [{ name, message, allowTypeImports: true }],
    syntax: [
      { selector: `ImportExpression[source.value='${name}']`, message },
      { selector: `CallExpression[callee.name='require'][arguments.0.value='${name}']`, message },
    ],
  };
}

/**
 * A name of the electron module that one file owns.
 * @param {string} name @param {string} message @param {string[]} ownedBy
 * @returns {Restriction}
 */
function ownedElectronName(name, message, ownedBy) {
  return {
    id: `electron-${name}`,
    ownedBy,
    imports: [{ name: 'electron', importNames: [name], message, allowTypeImports: true }],
  };
}

const unsafeWebPreferences =
  'Windows keep the safe defaults: sandbox, contextIsolation and webSecurity on, everything else off.';

/** @param {string} key @param {boolean} value @returns {RestrictedSyntax} */
function unsafePreference(key, value) {
  return {
    selector: `Property[key.name='${key}'][value.value=${String(value)}]`,
    message: unsafeWebPreferences,
  };
}

const reachesDesk =
  'Only renderer/bridge reads window.desk: it unwraps the envelope and throws typed errors.';
const makesWindow = 'Only main/app creates windows, so that every window gets the same security policy.';
const namedExports = 'Use a named export, so that a thing has the same name wherever it is used.';

/** @type {Restriction[]} */
export const restrictions = [
  ownedElectronName(
    'ipcMain',
    'Only main/ipc/router.ts touches ipcMain: it checks the sender and the input.',
    ['main/ipc/router.ts', 'test/**'],
  ),
  ownedElectronName(
    'shell',
    'Only main/app/open-external.ts touches shell: it decides which addresses may open.',
    ['main/app/open-external.ts', 'test/**'],
  ),
  {
    id: 'electron-by-name',
    ownedBy: ['test/**'],
    imports: [
      {
        name: 'electron',
        importNames: ['default'],
        message:
          "Import from electron by name (import { app } from 'electron'), so that other rules can see it.",
        allowTypeImports: true,
      },
    ],
    syntax: [
      {
        selector: "ImportExpression[source.value='electron']",
        message: 'Import from electron by name, so that other rules can see it.',
      },
    ],
  },
  ownedPackage(
    'keytar',
    'keytar',
    'Only main/secrets/keychain-process.ts loads keytar: a keychain call can hang, its process can be killed.',
    ['main/secrets/keychain-process.ts', 'test/**'],
  ),
  ownedPackage(
    'database',
    'better-sqlite3-multiple-ciphers',
    'Only main/store speaks SQL: queries block, so they run in the store process.',
    ['main/store/**', 'main/store-process.ts', 'test/**'],
  ),
  {
    id: 'window-desk',
    ownedBy: ['renderer/bridge/**', 'test/**'],
    syntax: [
      {
        selector: "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='desk']",
        message: reachesDesk,
      },
      {
        selector: "MemberExpression[object.name=/^(window|globalThis|self)$/][property.value='desk']",
        message: reachesDesk,
      },
      {
        selector:
          "VariableDeclarator[init.name=/^(window|globalThis|self)$/] > ObjectPattern > Property[key.name='desk']",
        message: reachesDesk,
      },
    ],
  },
  {
    id: 'browser-window',
    ownedBy: ['main/app/**', 'test/**'],
    syntax: [
      {
        selector: 'NewExpression[callee.name=/^(BrowserWindow|WebContentsView|BaseWindow)$/]',
        message: makesWindow,
      },
      {
        selector: 'NewExpression[callee.property.name=/^(BrowserWindow|WebContentsView|BaseWindow)$/]',
        message: makesWindow,
      },
    ],
  },
  {
    // The stand-in for Electron proves that it refuses such windows, so tests may write them.
    id: 'unsafe-web-preferences',
    ownedBy: ['test/**'],
    syntax: [
      unsafePreference('nodeIntegration', true),
      unsafePreference('nodeIntegrationInWorker', true),
      unsafePreference('nodeIntegrationInSubFrames', true),
      unsafePreference('contextIsolation', false),
      unsafePreference('sandbox', false),
      unsafePreference('webSecurity', false),
      unsafePreference('allowRunningInsecureContent', true),
      unsafePreference('experimentalFeatures', true),
      unsafePreference('webviewTag', true),
    ],
  },
  {
    // Tools read their settings from a default export, and electron has one.
    id: 'default-export',
    ownedBy: ['build/**', 'test/browser-host/electron.ts', '**/*.config.ts', '**/*.d.ts'],
    syntax: [
      { selector: 'ExportDefaultDeclaration', message: namedExports },
      { selector: "ExportSpecifier[exported.name='default']", message: namedExports },
    ],
  },
];

/**
 * Says whether every file of `group` belongs to `owner`; both are globs of the simple forms used above.
 * @param {string} owner @param {string} group
 */
function covers(owner, group) {
  if (owner === group) return true;
  return owner.endsWith('/**') && !owner.startsWith('**') && group.startsWith(owner.slice(0, -2));
}

/**
 * A number that is higher for owners whose block has to come earlier: folders by depth, then files, then kinds of file,
 * which lie in any folder.
 * @param {string} owner
 */
function reach(owner) {
  return owner.startsWith('**') ? -1000 : -owner.length;
}

/**
 * Flat configuration blocks that apply `list`: one for all files, then one per owner, general owners first, each
 * with everything the owner does not own.
 * @param {readonly Restriction[]} [list]
 * @returns {import('eslint').Linter.Config[]}
 */
export function restrictionBlocks(list = restrictions) {
  const owners = [...new Set(list.flatMap((one) => one.ownedBy))].sort((a, b) => reach(b) - reach(a));
  return [
    block('restrictions', undefined, list),
    ...owners.map((owner) =>
      block(
        `restrictions/${owner}`,
        [owner],
        list.filter((one) => !one.ownedBy.some((glob) => covers(glob, owner))),
      ),
    ),
  ];
}

/**
 * @param {string} name @param {string[] | undefined} files @param {readonly Restriction[]} list
 * @returns {import('eslint').Linter.Config}
 */
function block(name, files, list) {
  return {
    name,
    ...(files ? { files } : {}),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: list.flatMap((one) => one.imports ?? []) },
      ],
      'no-restricted-syntax': ['error', ...list.flatMap((one) => one.syntax ?? [])],
    },
  };
}
