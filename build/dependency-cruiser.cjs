/**
 * Who may import whom, as rules. ARCHITECTURE.md holds the same table in words;
 * test/architecture breaks every rule once and expects to be caught.
 *
 * A rule is named for what it protects. `$1` is the sibling captured in `from`, so a rule also covers
 * features and providers that do not exist yet.
 */

/**
 * Interfaces that live with the part that implements them; they may be named anywhere in main. The two of the store
 * only as types: see store-is-spoken-to-through-its-types.
 */
const STORE_PORTS = '^main/store/store-(api|client)\.ts$';
const PORTS = ['^main/providers/payment-provider\.ts$', '^main/secrets/secret-vault\.ts$', STORE_PORTS];

/** What the product does, written against ports. */
const USE_CASES = '^main/(links|jobs|sync|import|export|audit|connections|settings|tasks)/';

/** What everything rests on. */
const FOUNDATIONS = '^main/(store|secrets|log|files)/';

/** The only files that may put concrete parts together, one per process. */
const ROOTS = [
  '^main/index\\.ts$',
  '^main/store-process\\.ts$',
  '^main/secrets/keychain-process\\.ts$',
  '^main/practice-gateway/cli\\.ts$',
];

const ELECTRON = ['^electron(/|$)', '(^|/)node_modules/electron/'];
/** @param {string} names */
const packages = (names) => `(^|/)node_modules/(@types/)?(${names})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // The bridge
    {
      name: 'domain-stays-pure',
      comment:
        'The business vocabulary runs in every process, so it depends on nothing but itself and Temporal.',
      severity: 'error',
      from: { path: '^preload/domain/' },
      to: { pathNot: ['^preload/domain/', packages('temporal-polyfill|temporal-spec')] },
    },
    {
      name: 'contract-speaks-only-domain-and-zod',
      comment: 'What crosses the bridge is described without knowing either side of it.',
      severity: 'error',
      from: { path: '^preload/contract/' },
      to: { pathNot: ['^preload/(domain|contract)/', packages('zod')] },
    },
    {
      name: 'preload-runs-only-channel-names',
      comment: 'The sandboxed preload carries names, not schemas: zod would add 450 kB to every window.',
      severity: 'error',
      from: { path: '^preload/index\\.ts$' },
      to: { pathNot: ['^preload/contract/names\\.ts$', ...ELECTRON], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-takes-types-only-from-the-contract',
      comment: 'The bridge knows the words spoken across it and nothing else of the application.',
      severity: 'error',
      from: { path: '^preload/index\\.ts$' },
      to: { pathNot: ['^preload/(domain|contract)/', ...ELECTRON], dependencyTypes: ['type-only'] },
    },
    {
      name: 'bridge-is-crossed-only-by-domain-and-contract',
      comment: 'Main and renderer share words, never the bridge itself.',
      severity: 'error',
      from: { path: '^(main|renderer)/' },
      to: { path: '^preload/', pathNot: '^preload/(domain|contract)/' },
    },
    {
      name: 'main-never-imports-renderer',
      comment: 'The two processes meet only through the contract.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'renderer-never-imports-main',
      comment: 'The screen has no disk, no network and no secrets: they all live in main.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^main/' },
    },
    {
      name: 'renderer-runs-without-electron',
      comment: 'The screen is a sandboxed page; it reaches the application through window.desk only.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ELECTRON },
    },
    {
      name: 'renderer-runs-without-node',
      comment: 'There is no Node in a sandboxed page.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },

    // Main
    {
      name: 'main-draws-no-screen',
      comment: 'Interface libraries belong to the renderer.',
      severity: 'error',
      from: { path: '^main/' },
      to: {
        path: packages(
          'react|react-dom|react-aria|react-aria-components|react-stately|zustand|react-i18next',
        ),
      },
    },
    {
      name: 'only-roots-name-adapters',
      comment:
        'Concrete parts are handed in, so that each can be replaced in tests and by the next provider.',
      severity: 'error',
      from: { path: '^main/', pathNot: [...ROOTS, '^main/(providers|store|secrets|practice-gateway)/'] },
      to: { path: '^main/(providers/[^/]+/|store/|secrets/)', pathNot: PORTS },
    },
    {
      name: 'nobody-imports-a-root',
      comment: 'A root starts a process when it is loaded.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: ROOTS },
    },
    {
      name: 'handlers-only-call-use-cases',
      comment:
        'A handler translates one call; it must not reach round the use cases to disk, network or keys.',
      severity: 'error',
      from: { path: '^main/ipc/handlers/' },
      to: {
        path: '^main/(app|headless|practice-gateway|processes|providers|secrets|store)/',
        pathNot: PORTS,
      },
    },
    {
      name: 'handlers-run-without-electron',
      comment: 'Only the router touches ipcMain; dialogs are handed in.',
      severity: 'error',
      from: { path: '^main/ipc/handlers/' },
      to: { path: ELECTRON },
    },
    {
      name: 'use-cases-know-only-ports',
      comment: 'What the product does must not depend on which provider, database or keychain does it.',
      severity: 'error',
      from: { path: USE_CASES },
      to: {
        path: '^main/(app|headless|ipc|practice-gateway|processes|providers|secrets|store)/',
        pathNot: PORTS,
      },
    },
    {
      name: 'store-is-spoken-to-through-its-types',
      comment:
        'The store runs in another process: who uses it is handed a client and knows only what it can ask.',
      severity: 'error',
      from: { path: '^main/', pathNot: [...ROOTS, '^main/store/'] },
      to: { path: STORE_PORTS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'use-cases-run-without-electron',
      comment: 'The same use cases serve the window, the command line and the tests.',
      severity: 'error',
      from: { path: USE_CASES },
      to: { path: ELECTRON },
    },
    {
      name: 'providers-are-strangers',
      comment: 'A change for one provider must not be able to break another.',
      severity: 'error',
      from: { path: '^main/providers/([^/]+)/' },
      to: { path: '^main/providers/[^/]+/', pathNot: '^main/providers/($1|http)/' },
    },
    {
      name: 'providers-know-only-their-port',
      comment: 'A provider speaks its protocol; it does not know who asks or where answers are kept.',
      severity: 'error',
      from: { path: '^main/providers/' },
      to: { path: '^main/', pathNot: '^main/(providers|log)/' },
    },
    {
      name: 'providers-run-without-electron',
      comment: 'fetch is handed in, so that providers run in tests and on the command line.',
      severity: 'error',
      from: { path: '^main/providers/' },
      to: { path: ELECTRON },
    },
    {
      name: 'foundations-know-no-use-case',
      comment:
        'They are at the bottom: everything may rest on them, they rest on nothing of ours but the domain.',
      severity: 'error',
      from: { path: FOUNDATIONS },
      to: { path: '^main/', pathNot: ['^main/$1/', '^main/(processes|log|files)/'] },
    },
    {
      name: 'foundations-run-without-electron',
      comment: 'They run in utility processes and in tests, where there is no Electron main.',
      severity: 'error',
      from: { path: FOUNDATIONS },
      to: { path: ELECTRON },
    },
    {
      name: 'process-calls-know-no-caller',
      comment:
        'The typed calls between main and its utility processes carry anything and understand nothing.',
      severity: 'error',
      from: { path: '^main/processes/' },
      to: { path: '^main/', pathNot: '^main/(processes|log)/' },
    },
    {
      name: 'window-shell-knows-no-business',
      comment: 'Life cycle, windows and security policy do not change when the product learns something new.',
      severity: 'error',
      from: { path: '^main/app/' },
      to: { path: [USE_CASES, '^main/(providers|store|secrets|practice-gateway|headless)/'], pathNot: PORTS },
    },
    {
      name: 'practice-gateway-shares-only-the-signature',
      comment:
        'The practice gateway is the other side of the wire: sharing our parsing would hide our mistakes.',
      severity: 'error',
      from: { path: '^main/practice-gateway/' },
      to: { path: '^main/', pathNot: ['^main/practice-gateway/', '^main/providers/aps/signature\\.ts$'] },
    },
    {
      name: 'practice-gateway-runs-without-electron',
      comment: 'It is also a command (npm run gateway).',
      severity: 'error',
      from: { path: '^main/practice-gateway/' },
      to: { path: ELECTRON },
    },
    {
      name: 'practice-gateway-is-started-only-by-the-root',
      comment: 'Product code never leans on the practice gateway.',
      severity: 'error',
      from: { path: '^main/', pathNot: ['^main/practice-gateway/', '^main/index\\.ts$'] },
      to: { path: '^main/practice-gateway/' },
    },

    // Renderer
    {
      name: 'features-are-strangers',
      comment: 'Features compose in renderer/app; one can be removed without touching another.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-do-not-know-the-app',
      comment: 'The shell knows the features, never the other way round.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/(app/|main\\.tsx$)' },
    },
    {
      name: 'stores-know-no-screen',
      comment: 'Shared state is tested without rendering anything.',
      severity: 'error',
      from: { path: '^renderer/stores/' },
      to: { path: '^renderer/(app|features|grid|ui)/' },
    },
    {
      name: 'grid-knows-only-react',
      comment: 'The grid draws any rows; it has never heard of a payment link.',
      severity: 'error',
      from: { path: '^renderer/grid/' },
      to: { pathNot: ['^renderer/grid/', packages('react|react-dom')] },
    },
    {
      name: 'ui-knows-only-domain',
      comment: 'Small parts take values and give events; they read no store and call no bridge.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: {
        pathNot: [
          '^renderer/(ui|i18n|styles)/',
          '^preload/domain/',
          packages('react|react-dom|react-aria|react-aria-components|react-stately|react-i18next|i18next'),
          packages('@internationalized/[^/]+|@react-(aria|types|stately)/[^/]+'),
        ],
      },
    },
    {
      name: 'bridge-client-knows-only-the-contract',
      comment: 'The one reader of window.desk unwraps envelopes and knows no screen and no store.',
      severity: 'error',
      from: { path: '^renderer/bridge/' },
      to: { path: '^renderer/', pathNot: '^renderer/bridge/' },
    },
    {
      name: 'renderer-takes-contract-types-only',
      comment: 'Answers are already validated in main; schemas in the page would only cost time and size.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: ['^preload/contract/', packages('zod')],
        pathNot: '^preload/contract/names\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },

    // Everywhere
    {
      name: 'nobody-imports-test',
      comment: 'Shipped code must not need what is not shipped.',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/' },
      to: {
        path: [
          '^test/',
          packages('vitest|@vitest/[^/]+|@playwright/test|playwright|playwright-core|fast-check|fast-csv'),
        ],
      },
    },
    {
      name: 'no-circular',
      comment: 'A cycle means that two files are one idea, or that one of them knows too much.',
      severity: 'error',
      from: { path: '^(main|preload|renderer|test)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody uses is either forgotten or not wired in.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(main|preload|renderer)/',
        pathNot: ['\\.d\\.ts$', '(^|/)tsconfig[^/]*\\.json$', '\\.md$', ...ROOTS],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: { path: '^(main|preload|renderer|test)/' },
      to: { couldNotResolve: true, pathNot: ['\\?', ...ELECTRON, '^virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '^test/fixtures/'] },
    // Type imports count: a type also ties two parts together.
    tsPreCompilationDeps: 'specify',
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
