import { waitsForProvider } from '#domain/job-state';
import type { ProviderId } from '#domain/provider';
import type { EventPayloads } from '#contract/events';
import type { EventName } from '#contract/names';
import type { AppStatus } from '#contract/app';
import type { Settings } from '#contract/settings';
import type { Workspace } from './app/workspace';
import { createConnectionSecrets } from './connections/connection-secrets';
import { DemoWorkspace, type PracticeAccount } from './connections/demo-workspace';
import { Connections } from './connections/manage-connections';
import {
  createProviderRegistry,
  type ProviderFactory,
  type ProviderRegistry,
} from './connections/provider-registry';
import { Reach } from './connections/reach';
import { watchReach } from './connections/watch-reach';
import { JobRunner, type JobRunnerOptions } from './jobs/job-runner';
import { Jobs } from './jobs/manage-jobs';
import { Plans } from './jobs/plan-jobs';
import type { Logger } from './log/logger';
import type { SecretVault } from './secrets/secret-vault';
import { watchExpiry } from './links/watch-expiry';
import { Syncs } from './sync/manage-syncs';
import { createSettings, type SettingsStore } from './settings/read-settings';
import { createRunningTasks } from './tasks/running-tasks';

/** What a desk is built from: everything that touches the outside is handed in. */
export interface DeskParts {
  readonly workspace: Workspace;
  readonly vault: SecretVault;
  readonly defaults: Settings;
  readonly makeProvider: (more: {
    readonly settings: SettingsStore;
    /** Where the practice gateway is a provider's; starts it. */
    readonly practiceEndpoint: (provider: ProviderId) => Promise<string>;
  }) => ProviderFactory;
  readonly startGateway: (madeAt: number) => Promise<PracticeAccount>;
  readonly emit: <E extends EventName>(name: E, payload: EventPayloads[E]) => void;
  readonly log: Logger;
  readonly now: () => number;
  /** Resolves after some milliseconds; rejects at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly newId: () => string;
}

/** How long the end of the application waits for requests under way. */
const stopGraceMs = 5_000;

type ChangeReason = EventPayloads['links:changed']['reason'];

const failed =
  ({ log }: DeskParts, what: string) =>
  (thrown: unknown): void => {
    log.error(what, { error: thrown });
  };

/** The edit queue (plans, jobs, their runner), the syncs, and the eye on which provider answers. */
function createQueue(parts: DeskParts, providers: ProviderRegistry) {
  const { workspace, emit, log, now, newId } = parts;
  const { store } = workspace;
  const reach = new Reach({
    providerOf: (connectionId) => providers.of(connectionId),
    onChange: (changed) => {
      emit('connections:reach-changed', { reach: changed });
    },
    onBack: (connectionId) => {
      runner.back(connectionId);
      void jobs.resumeWaiting().catch(failed(parts, 'resume'));
      void syncs.back(connectionId).catch(failed(parts, 'resume'));
    },
    now,
    sleep: parts.sleep,
  });
  const watch: JobRunnerOptions['onPaused'] = ({ connectionId, code }) => {
    if (waitsForProvider(code)) reach.watch(connectionId);
  };
  const runner: JobRunner = new JobRunner({
    ...{ store, providers, now },
    onJob: (job) => {
      emit('jobs:changed', { job });
      emit('links:changed', { reason: 'edit' });
    },
    onFailure: (jobId, thrown) => {
      log.error('job', { jobId, error: thrown });
    },
    onPaused: watch,
    onWaiting: watch,
  });
  const jobs: Jobs = new Jobs({ store, runner, now });
  const onChecked = () => {
    emit('links:changed', { reason: 'check' });
  };
  const syncs: Syncs = createSyncs(parts, { providers, reach });
  return { reach, runner, jobs, syncs, plans: new Plans({ store, providers, now, newId, onChecked }) };
}

function createSyncs(
  { workspace, emit, log, now, newId }: DeskParts,
  { providers, reach }: { readonly providers: ProviderRegistry; readonly reach: Reach },
): Syncs {
  return new Syncs({
    ...{ store: workspace.store, providers, now, newId },
    onRun: (run) => {
      emit('sync:changed', { run });
    },
    onLinks: () => {
      emit('links:changed', { reason: 'sync' });
    },
    onWaiting: ({ connectionId }) => {
      reach.watch(connectionId);
    },
    onRejected: ({ id }, rejected) => {
      log.warn('sync', { runId: id, rejected: rejected.length, first: rejected[0] });
    },
    onFailure: (runId, thrown) => {
      log.error('sync', { runId, error: thrown });
    },
  });
}

const sampleAccountNames = {
  aps: { en: 'Sample account', ar: 'حساب تجريبي' },
  ahrvo: { en: 'Sample account (Ahrvo)', ar: 'حساب تجريبي (Ahrvo)' },
} as const satisfies Record<ProviderId, Record<Settings['language'], string>>;

/** Goes on with what the end of the application interrupted; what cannot go on does not keep the rest from it. */
async function goOn(parts: DeskParts, { jobs, syncs }: ReturnType<typeof createQueue>): Promise<void> {
  const onFailure = failed(parts, 'resume');
  await parts.workspace.store.call('forgetSending', {}).catch(onFailure);
  await jobs.resume().catch(onFailure);
  await syncs.resume().catch(onFailure);
}

/** Composes the use cases. Names no adapter and opens nothing: see `start`. */
export function createDesk(parts: DeskParts) {
  const { workspace, emit, now, newId } = parts;
  const { store } = workspace;
  const settings = createSettings(store, parts.defaults);
  const secrets = createConnectionSecrets(parts.vault);
  const registry = createProviderRegistry({
    findConnection: async (id) => (await store.call('listConnections', {})).find((each) => each.id === id),
    takeSecrets: (connection) => secrets.take(connection),
    make: parts.makeProvider({ settings, practiceEndpoint: (provider) => demo.endpoint(provider) }),
    watch: (connectionId, provider) =>
      watchReach(provider, (tells) => {
        reach.note(connectionId, tells);
      }),
  });
  const providers: ProviderRegistry = {
    ...registry,
    forget: (connectionId) => {
      registry.forget(connectionId);
      reach.forget(connectionId);
    },
  };
  const connections = new Connections({ store, secrets, providers, now, newId });
  const demo = new DemoWorkspace({
    ...{ store, connections, startGateway: parts.startGateway, now },
    name: async (provider) => sampleAccountNames[provider][(await settings.read()).language],
    readAll: (connectionId) => queue.syncs.readAll(connectionId),
  });
  const queue = createQueue(parts, providers);
  const { reach, runner, syncs } = queue;
  const tasks = createRunningTasks((progress) => {
    emit('tasks:progress', progress);
  }, now);
  const onExpired = () => {
    emit('links:changed', { reason: 'clock' });
  };
  let endWatch: (() => void) | undefined;
  return {
    ...{ store, workspace, settings, providers, connections, demo, tasks, now, newId },
    ...queue,
    linksChanged: (reason: ChangeReason) => {
      emit('links:changed', { reason });
    },
    /** Opens the link cache and goes on with the jobs and syncs that were running. Never throws: the status says how it went. */
    start: async (): Promise<AppStatus> => {
      const status = await workspace.start();
      emit('app:status-changed', { status });
      if (status.store.state === 'ready') {
        endWatch ??= watchExpiry({ store, now, onExpired, onFailure: failed(parts, 'expiry') });
        await goOn(parts, queue);
      }
      return status;
    },
    /** Brings everything to a stand within a few seconds, however slow a provider is. */
    stop: async (): Promise<void> => {
      endWatch?.();
      reach.stop();
      tasks.cancelAll();
      await Promise.all([runner.stopAll(stopGraceMs), syncs.stopAll(stopGraceMs)]);
      await demo.stop();
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
