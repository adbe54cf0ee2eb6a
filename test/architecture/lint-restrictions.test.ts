import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { restrictions } from '../../build/lint/restrictions.mjs';
import { repoPath } from './repo-files';

// The project's own configuration. Typed rules are off, because these files exist in memory only.
const eslint = new ESLint({
  cwd: repoPath(),
  overrideConfigFile: repoPath('build/eslint.config.mjs'),
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked, files: ['**/*.ts', '**/*.tsx'] },
    { languageOptions: { parserOptions: { projectService: false } } },
  ] as never,
});

const imports = '@typescript-eslint/no-restricted-imports';
const syntax = 'no-restricted-syntax';

interface RestrictionCase {
  readonly id: string;
  readonly code: string;
  readonly rule: string;
  /** A file in which the code is refused. */
  readonly wrong: string;
  /** The owner, in which it is accepted. */
  readonly right: string;
}

const cases: readonly RestrictionCase[] = [
  {
    id: 'electron-ipcMain',
    code: "import { ipcMain } from 'electron';\nipcMain.on('a', () => 1);",
    rule: imports,
    wrong: 'main/app/a.ts',
    right: 'main/ipc/router.ts',
  },
  {
    id: 'electron-ipcMain',
    code: "import * as all from 'electron';\nall.ipcMain.on('a', () => 1);",
    rule: imports,
    wrong: 'main/links/a.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'electron-shell',
    code: "import { shell } from 'electron';\nvoid shell.beep();",
    rule: imports,
    wrong: 'main/app/window.ts',
    right: 'main/app/open-external.ts',
  },
  {
    id: 'electron-by-name',
    code: "import electron from 'electron';\nelectron.shell.beep();",
    rule: imports,
    wrong: 'main/app/a.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'electron-by-name',
    code: "void import('electron');",
    rule: syntax,
    wrong: 'main/app/a.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'keytar',
    code: "import { getPassword } from 'keytar';\nvoid getPassword('a', 'b');",
    rule: imports,
    wrong: 'main/secrets/vault-client.ts',
    right: 'main/secrets/keychain-process.ts',
  },
  {
    id: 'keytar',
    code: "void import('keytar');",
    rule: syntax,
    wrong: 'main/index.ts',
    right: 'main/secrets/keychain-process.ts',
  },
  {
    id: 'keytar',
    code: "require('keytar');",
    rule: syntax,
    wrong: 'main/index.ts',
    right: 'main/secrets/keychain-process.ts',
  },
  {
    id: 'database',
    code: "import Database from 'better-sqlite3-multiple-ciphers';\nDatabase();",
    rule: imports,
    wrong: 'main/links/a.ts',
    right: 'main/store/open.ts',
  },
  {
    id: 'window-desk',
    code: 'window.desk.listLinks();',
    rule: syntax,
    wrong: 'renderer/stores/query.ts',
    right: 'renderer/bridge/bridge-client.ts',
  },
  {
    id: 'window-desk',
    code: "globalThis['desk'].listLinks();",
    rule: syntax,
    wrong: 'renderer/features/links/a.tsx',
    right: 'renderer/bridge/bridge-client.ts',
  },
  {
    id: 'window-desk',
    code: 'const { desk } = window;\ndesk();',
    rule: syntax,
    wrong: 'renderer/app/a.tsx',
    right: 'renderer/bridge/bridge-client.ts',
  },
  {
    id: 'browser-window',
    code: "import { BrowserWindow } from 'electron';\nvoid new BrowserWindow();",
    rule: syntax,
    wrong: 'main/ipc/router.ts',
    right: 'main/app/window.ts',
  },
  {
    id: 'unsafe-web-preferences',
    code: 'export const preferences = { nodeIntegration: true };',
    rule: syntax,
    wrong: 'main/app/window.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'unsafe-web-preferences',
    code: 'export const preferences = { contextIsolation: false };',
    rule: syntax,
    wrong: 'main/app/window.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'unsafe-web-preferences',
    code: 'export const preferences = { sandbox: false };',
    rule: syntax,
    wrong: 'main/app/open-external.ts',
    right: 'test/browser-host/a.ts',
  },
  {
    id: 'default-export',
    code: 'export default 1;',
    rule: syntax,
    wrong: 'renderer/ui/a.tsx',
    right: 'build/vite.config.ts',
  },
  {
    id: 'default-export',
    code: 'const one = 1;\nexport { one as default };',
    rule: syntax,
    wrong: 'preload/domain/a.ts',
    right: 'build/lint/a.mjs',
  },
];

async function rulesBrokenBy(code: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: repoPath(file) });
  const messages = result?.messages ?? [];
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.map((message) => message.ruleId);
}

describe('every "only here" rule', () => {
  it.each(cases)('$id: refused in $wrong, accepted in $right', async ({ code, rule, wrong, right }) => {
    expect(await rulesBrokenBy(code, wrong)).toContain(rule);
    expect(await rulesBrokenBy(code, right)).not.toContain(rule);
  });

  it('has a case', () => {
    const tried = new Set(cases.map((one) => one.id));
    expect(restrictions.map((one) => one.id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it('keeps the other rules for a file that owns one of them', async () => {
    const code = "import { shell } from 'electron';\nvoid shell.beep();";
    expect(await rulesBrokenBy(code, 'main/ipc/router.ts')).toContain(imports);
    expect(await rulesBrokenBy('export default 1;', 'main/app/open-external.ts')).toContain(syntax);
    expect(await rulesBrokenBy('export default 1;', 'main/store/open.ts')).toContain(syntax);
  });

  it('lets a declaration file have a default export, whatever folder it is in', async () => {
    const code = "declare module 'a' {\n  const a: number;\n  export default a;\n}";
    expect(await rulesBrokenBy(code, 'main/store/a.d.ts')).not.toContain(syntax);
    expect(await rulesBrokenBy(code, 'main/store/a.ts')).toContain(syntax);
  });

  it('lets types of owned packages be named anywhere', async () => {
    const code = "import type { Shell } from 'electron';\nexport type Opener = Pick<Shell, 'openExternal'>;";
    expect(await rulesBrokenBy(code, 'main/links/a.ts')).not.toContain(imports);
  });
});

// In pieces, so that the rule does not report this file.
const unfinished = ['TO', 'DO'].join('');

describe('the other house rules', () => {
  it.each([
    ['house/kebab-case-files', 'export const one = 1;', 'main/links/QueryLinks.ts'],
    ['no-warning-comments', `// ${unfinished} later\nexport const one = 1;`, 'main/links/a.ts'],
    ['no-console', "console.log('secret');", 'main/links/a.ts'],
    ['no-eval', "eval('1');", 'renderer/app/a.ts'],
    [
      'react-hooks/rules-of-hooks',
      "import { useState } from 'react';\nexport function A() {\n  if (Date) useState(1);\n  return null;\n}",
      'renderer/ui/a.tsx',
    ],
    ['jsx-a11y/alt-text', 'export const A = () => <img src="a.png" />;', 'renderer/ui/a.tsx'],
    ['jsx-a11y/anchor-is-valid', 'export const A = () => <a href="#">a</a>;', 'renderer/ui/a.tsx'],
    [
      '@typescript-eslint/max-params',
      'export function a(b: 1, c: 1, d: 1, e: 1) { return [b, c, d, e]; }',
      'main/links/a.ts',
    ],
    ['security/detect-bidi-characters', "export const a = '\u202e';", 'main/links/a.ts'],
  ])('%s is in force', async (rule, code, file) => {
    expect(await rulesBrokenBy(code, file)).toContain(rule);
  });

  it('makes types that are not checked an error', async () => {
    const config = (await eslint.calculateConfigForFile(repoPath('main/index.ts'))) as {
      rules: Record<string, unknown>;
    };
    expect(config.rules['@typescript-eslint/no-explicit-any']).toEqual([2]);
  });
});
