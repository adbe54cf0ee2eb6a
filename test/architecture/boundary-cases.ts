/** One way to break each rule of build/dependency-cruiser.cjs: the file that would be written, and its text. */
export interface BoundaryCase {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

function breaks(rule: string, file: string, ...lines: readonly string[]): BoundaryCase {
  return { rule, file, text: [...lines, 'export const here = true;', ''].join('\n') };
}

/** The parts that the cases and the allowed files import. */
export const bystanders: readonly string[] = [
  'preload/domain/money.ts',
  'preload/contract/names.ts',
  'preload/contract/links.ts',
  'main/index.ts',
  'main/app/window.ts',
  'main/links/query-links.ts',
  'main/log/logger.ts',
  'main/practice-gateway/server.ts',
  'main/processes/process-client.ts',
  'main/providers/payment-provider.ts',
  'main/providers/http/send-request.ts',
  'main/providers/aps/aps-provider.ts',
  'main/providers/aps/signature.ts',
  'main/secrets/secret-vault.ts',
  'main/secrets/vault-client.ts',
  'main/store/store-client.ts',
  'main/store/link-query.ts',
  'renderer/app/shell.ts',
  'renderer/bridge/bridge-client.ts',
  'renderer/features/links/page.ts',
  'renderer/grid/grid.ts',
  'renderer/stores/query.ts',
  'renderer/ui/dialog.ts',
  'test/helper.ts',
];

export const boundaryCases: readonly BoundaryCase[] = [
  breaks('domain-stays-pure', 'preload/domain/parses.ts', "import 'zod';"),
  breaks('domain-stays-pure', 'preload/domain/reads.ts', "import 'node:fs';"),
  breaks('domain-stays-pure', 'preload/domain/crosses.ts', "import '#contract/links';"),
  breaks('contract-speaks-only-domain-and-zod', 'preload/contract/reads.ts', "import 'node:fs';"),
  breaks('contract-speaks-only-domain-and-zod', 'preload/contract/shows.ts', "import 'electron';"),
  breaks(
    'preload-runs-only-channel-names',
    'preload/index.ts',
    "import '#contract/links';",
    "import type { Logger } from '../main/log/logger';",
  ),
  breaks(
    'preload-takes-types-only-from-the-contract',
    'preload/index.ts',
    "import '#contract/links';",
    "import type { Logger } from '../main/log/logger';",
  ),
  breaks(
    'bridge-is-crossed-only-by-domain-and-contract',
    'main/links/crosses-bridge.ts',
    "import '../../preload/index';",
  ),
  breaks('main-never-imports-renderer', 'main/links/draws.ts', "import '../../renderer/ui/dialog';"),
  breaks(
    'renderer-never-imports-main',
    'renderer/stores/asks-main.ts',
    "import '../../main/links/query-links';",
  ),
  breaks('renderer-runs-without-electron', 'renderer/stores/asks-electron.ts', "import 'electron';"),
  breaks('renderer-runs-without-node', 'renderer/stores/reads-disk.ts', "import 'node:fs';"),
  breaks('main-draws-no-screen', 'main/links/reacts.ts', "import 'react';"),
  breaks('only-roots-name-adapters', 'main/app/starts-aps.ts', "import '../providers/aps/aps-provider';"),
  breaks('only-roots-name-adapters', 'main/headless/starts-store.ts', "import '../store/link-query';"),
  breaks('nobody-imports-a-root', 'main/log/restarts.ts', "import '../index';"),
  breaks('handlers-only-call-use-cases', 'main/ipc/handlers/queries.ts', "import '../../store/link-query';"),
  breaks(
    'handlers-only-call-use-cases',
    'main/ipc/handlers/calls.ts',
    "import '../../processes/process-client';",
  ),
  breaks('handlers-run-without-electron', 'main/ipc/handlers/asks.ts', "import 'electron';"),
  breaks('use-cases-know-only-ports', 'main/links/pays.ts', "import '../providers/aps/aps-provider';"),
  breaks(
    'use-cases-know-only-ports',
    'main/export/queries.ts',
    "import type { Row } from '../store/link-query';",
  ),
  breaks('store-is-spoken-to-through-its-types', 'main/links/connects.ts', "import '../store/store-client';"),
  breaks('use-cases-know-only-ports', 'main/connections/pays.ts', "import '../providers/aps/aps-provider';"),
  breaks('foundations-know-no-use-case', 'main/files/plans.ts', "import '../links/query-links';"),
  breaks('use-cases-run-without-electron', 'main/jobs/asks.ts', "import 'electron';"),
  breaks('providers-are-strangers', 'main/providers/ahrvo/copies.ts', "import '../aps/signature';"),
  breaks('providers-are-strangers', 'main/providers/http/knows.ts', "import '../aps/signature';"),
  breaks(
    'providers-know-only-their-port',
    'main/providers/aps/stores.ts',
    "import '../../store/link-query';",
  ),
  breaks('providers-run-without-electron', 'main/providers/aps/fetches.ts', "import 'electron';"),
  breaks('foundations-know-no-use-case', 'main/store/plans.ts', "import '../links/query-links';"),
  breaks('foundations-know-no-use-case', 'main/log/keeps.ts', "import '../store/link-query';"),
  breaks('foundations-run-without-electron', 'main/secrets/asks.ts', "import 'electron';"),
  breaks('process-calls-know-no-caller', 'main/processes/knows.ts', "import '../store/link-query';"),
  breaks('window-shell-knows-no-business', 'main/app/lists.ts', "import '../links/query-links';"),
  breaks(
    'practice-gateway-shares-only-the-signature',
    'main/practice-gateway/copies.ts',
    "import '../providers/aps/aps-provider';",
  ),
  breaks('practice-gateway-runs-without-electron', 'main/practice-gateway/asks.ts', "import 'electron';"),
  breaks(
    'practice-gateway-is-started-only-by-the-root',
    'main/links/practises.ts',
    "import '../practice-gateway/server';",
  ),
  breaks('features-are-strangers', 'renderer/features/export/borrows.ts', "import '../links/page';"),
  breaks('features-do-not-know-the-app', 'renderer/features/export/climbs.ts', "import '../../app/shell';"),
  breaks('stores-know-no-screen', 'renderer/stores/draws.ts', "import '../ui/dialog';"),
  breaks('grid-knows-only-react', 'renderer/grid/counts.ts', "import '#domain/money';"),
  breaks('grid-knows-only-react', 'renderer/grid/selects.ts', "import '../stores/query';"),
  breaks('ui-knows-only-domain', 'renderer/ui/asks.ts', "import '../bridge/bridge-client';"),
  breaks('ui-knows-only-domain', 'renderer/ui/types.ts', "import type { Link } from '#contract/links';"),
  breaks('bridge-client-knows-only-the-contract', 'renderer/bridge/keeps.ts', "import '../stores/query';"),
  breaks(
    'renderer-takes-contract-types-only',
    'renderer/features/links/parses.ts',
    "import '#contract/links';",
  ),
  breaks('renderer-takes-contract-types-only', 'renderer/bridge/parses.ts', "import 'zod';"),
  breaks('nobody-imports-test', 'main/links/tests.ts', "import '../../test/helper';"),
  breaks('nobody-imports-test', 'renderer/ui/tests.ts', "import 'vitest';"),
  breaks('no-circular', 'main/links/one-half.ts', "import './other-half';"),
  breaks('no-orphans', 'main/links/forgotten.ts'),
  breaks('no-unresolvable', 'main/links/lost.ts', "import '#domain/never-written';"),
];

/** Imports that must stay allowed: a rule that forbids too much is also wrong. */
export const allowedFiles: readonly Omit<BoundaryCase, 'rule'>[] = [
  // The far side of the cycle, which is reported once.
  breaks('', 'main/links/other-half.ts', "import './one-half';"),
  breaks('', 'preload/domain/converts.ts', "import 'temporal-polyfill';", "import './money';"),
  breaks('', 'preload/contract/describes.ts', "import 'zod';", "import '#domain/money';"),
  breaks(
    '',
    'main/store-process.ts',
    "import './store/link-query';",
    "import './processes/process-client';",
    "import './export/writes';",
  ),
  breaks(
    '',
    'main/export/writes.ts',
    "import type { Row } from '../store/store-client';",
    "import 'node:fs';",
  ),
  breaks('', 'main/ipc/handlers/lists.ts', "import '../../links/query-links';", "import '#contract/links';"),
  breaks(
    '',
    'main/providers/aps/sends.ts',
    "import '../http/send-request';",
    "import type { P } from '../payment-provider';",
  ),
  breaks('', 'main/secrets/keychain-process.ts', "import 'keytar';", "import '../processes/process-client';"),
  breaks('', 'main/practice-gateway/cli.ts', "import './server';", "import '../providers/aps/signature';"),
  breaks(
    '',
    'renderer/features/links/parts.ts',
    "import '../../stores/query';",
    "import '../../ui/dialog';",
    "import type { L } from '#contract/links';",
  ),
  breaks('', 'renderer/bridge/names-channels.ts', "import '#contract/names';"),
  breaks('', 'renderer/grid/cell.tsx', "import 'react';"),
  breaks('', 'renderer/ui/chooses.ts', "import 'react-aria-components';", "import '#domain/money';"),
];
