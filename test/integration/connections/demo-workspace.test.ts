import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnectionSecrets } from '../../../main/connections/connection-secrets';
import { DemoWorkspace } from '../../../main/connections/demo-workspace';
import { Connections } from '../../../main/connections/manage-connections';
import { createProviderRegistry } from '../../../main/connections/provider-registry';
import { startPracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import type { StoreClient } from '../../../main/store/store-client';
import { memoryVault } from '../../support/memory-vault';
import { openTestStore } from '../../support/test-store';

let close: () => void;
let connections: Connections;
let demo: DemoWorkspace;
let failingStarts: number;

beforeEach(() => {
  const opened = openTestStore();
  ({ close } = opened);
  // The test store serves no import: here it fails, as it may on a full disk.
  const store: StoreClient = opened.store;
  const secrets = createConnectionSecrets(memoryVault());
  const providers = createProviderRegistry({
    findConnection: () => Promise.resolve(undefined),
    takeSecrets: (connection) => secrets.take(connection),
    make: () => Promise.reject(new Error('no provider in this test')),
  });
  connections = new Connections({ store, secrets, providers, now: Date.now, newId: () => 'id' });
  failingStarts = 0;
  demo = new DemoWorkspace({
    store,
    connections,
    startGateway: (madeAt) => {
      failingStarts -= 1;
      return failingStarts >= 0
        ? Promise.reject(new Error('no port'))
        : startPracticeGateway({ port: 0, links: 5, seed: 7, madeAt });
    },
    now: Date.now,
    name: (provider) => Promise.resolve(`Sample account (${provider})`),
    readAll: () => Promise.resolve(),
  });
});

afterEach(async () => {
  await demo.stop();
  close();
});

describe('the demo workspace', () => {
  it('starts its gateway anew after a start that failed', async () => {
    failingStarts = 1;
    await expect(demo.endpoint('aps')).rejects.toThrow('no port');
    await expect(demo.endpoint('aps')).resolves.toMatch(/^http:\/\/127\.0\.0\.1:\d+\/FortAPI/);
    await expect(demo.endpoint('ahrvo')).resolves.toMatch(/^http:\/\/127\.0\.0\.1:\d+\/payments\/na$/);
  });

  it('leaves no empty workspace behind when its links cannot be imported', async () => {
    await expect(demo.explore()).rejects.toThrow('inspectImport');
    expect(await connections.list()).toEqual([]);
  });
});
