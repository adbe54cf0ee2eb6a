/**
 * Every name that crosses the bridge: the only contract file that preload runs. A name here without an entry in `contract.ts`
 * (or the other way round) does not compile.
 */
export const channelNames = [
  'app:status',
  'app:retry-start',
  'app:copy-text',
  'settings:read',
  'settings:write',
  'connections:list',
  'connections:add',
  'connections:test',
  'connections:replace-secrets',
  'connections:describe',
  'connections:remove',
  'connections:explore',
  'connections:reach',
  'connections:try-now',
  'links:open',
  'links:totals',
  'links:range',
  'links:close',
  'links:sum',
  'links:read',
  'links:edit',
  'links:refresh',
  'links:refresh-policy',
  'links:add',
  'links:create',
  'links:creations',
  'links:look-up-creation',
  'sync:start',
  'sync:move',
  'sync:list',
  'jobs:plan',
  'jobs:plan-undo',
  'jobs:plan-rows',
  'jobs:check-plan',
  'jobs:save-plan',
  'jobs:drop-plan',
  'jobs:start',
  'jobs:move',
  'jobs:retry-failed',
  'jobs:list',
  'jobs:read',
  'jobs:history',
  'jobs:edits',
  'jobs:counts',
  'jobs:resolve',
  'jobs:drop-edit',
  'jobs:export-result',
  'audit:list',
  'audit:verify',
  'audit:export',
  'import:choose',
  'import:reread',
  'import:preview',
  'import:run',
  'import:save-rejected',
  'export:preview',
  'export:run',
  'export:reveal',
  'tasks:cancel',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** Channels that preload alone calls; a page cannot name them. */
export type PreloadChannelName = 'import:drop';
/** Every channel that main serves. */
export type ServedName = ChannelName | PreloadChannelName;

/** What main tells the renderer without being asked. Progress is counts, never lists. */
export const eventNames = [
  'links:changed',
  'jobs:changed',
  'tasks:progress',
  'sync:changed',
  'connections:reach-changed',
  'app:status-changed',
] as const;
export type EventName = (typeof eventNames)[number];
