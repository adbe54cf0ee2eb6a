import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';
import { kebabCaseFiles } from './lint/kebab-case-files.mjs';
import { restrictionBlocks } from './lint/restrictions.mjs';

const typescriptFiles = ['**/*.ts', '**/*.tsx'];
const scriptFiles = ['**/*.mjs', '**/*.cjs'];

/** React Aria's parts by the element that they draw, so that accessibility rules see through them. */
const drawnAs = {
  Button: 'button',
  ToggleButton: 'button',
  Input: 'input',
  TextArea: 'textarea',
  Label: 'label',
  Link: 'a',
  Form: 'form',
};

/** @type {import('eslint').Linter.Config[]} */
const typed = [
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Electron's classes are made by its functions (BrowserWindow.getAllWindows), which the rule cannot know.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // [...text] splits into code points, which is what lengths at a provider count.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A callback that may or may not be asynchronous returns `void | Promise<void>`.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
    },
  },
];

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test/fixtures/**', 'test-results/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: typescriptFiles, extends: [typed] },
  {
    name: 'house',
    files: [...typescriptFiles, ...scriptFiles],
    plugins: {
      house: { rules: { 'kebab-case-files': kebabCaseFiles } },
      '@typescript-eslint': tseslint.plugin,
    },
    rules: {
      'house/kebab-case-files': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
    },
  },
  {
    name: 'security',
    files: [...typescriptFiles, ...scriptFiles],
    extends: [security.configs.recommended],
    rules: {
      // These two fire on every `row[column]` and every readFile(path); types and reviews answer them better.
      'security/detect-object-injection': 'off',
      'security/detect-non-literal-fs-filename': 'off',
      // Counts nested quantifiers only: it refuses linear patterns such as (\d+)?$ and accepts slow ones.
      'security/detect-unsafe-regex': 'off',
    },
  },
  {
    name: 'screen',
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    settings: { 'jsx-a11y': { components: drawnAs } },
    rules: {
      // Verbs of a store are selected one by one; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Takes every object that holds a ref for a ref, so it refuses our hooks that return several handlers.
      'react-hooks/refs': 'off',
      // React Aria moves the focus into a dialog or list that has just been opened, as the ARIA patterns ask.
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    // The aim is 40; a factory that returns several small functions may take more.
    name: 'function-length',
    files: ['main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.ts'],
    // A composition root is one long list of parts.
    ignores: ['main/index.ts', 'main/store-process.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'component-length',
    files: ['renderer/**/*.tsx', 'renderer/**/use-*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'type-declarations',
    files: ['**/*.d.ts'],
    // A declaration of somebody else's module has no imports of its own.
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    name: 'tests',
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Tables of cases are spread over the parameters of a test.
      '@typescript-eslint/max-params': 'off',
      // Specs prove that eval is refused in a page.
      'no-eval': 'off',
      // Specs name regular expressions and child processes of their own making.
      'security/detect-child-process': 'off',
      'security/detect-non-literal-regexp': 'off',
      'security/detect-non-literal-require': 'off',
    },
  },
  {
    name: 'command-line',
    files: [
      'build/**',
      'main/practice-gateway/cli.ts',
      'main/headless/**',
      'test/bench/**',
      'test/e2e/demo.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'scripts',
    files: ['build/**'],
    rules: {
      // They run fixed commands of this repository, with arguments that never come from outside.
      'security/detect-child-process': 'off',
      'security/detect-non-literal-regexp': 'off',
    },
  },
  ...restrictionBlocks().map((block) => ({
    ...block,
    plugins: { '@typescript-eslint': tseslint.plugin },
    files: block.files ?? [...typescriptFiles, ...scriptFiles],
  })),
);
