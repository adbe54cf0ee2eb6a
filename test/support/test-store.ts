import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type OpenStore } from '../../main/store/open-store';
import type { StoreApi } from '../../main/store/store-api';
import type { StoreClient } from '../../main/store/store-client';
import { WriteTurns } from '../../main/store/write-turns';

export interface TestStore {
  readonly store: StoreClient;
  /** The same store without waiting and without copies, to look at several things at one moment. */
  readonly methods: OpenStore['methods'];
  readonly close: () => void;
}

/** The real store on a real encrypted file, called in this process instead of its own. */
export function openTestStore({ folderIn = tmpdir() }: { folderIn?: string } = {}): TestStore {
  const folder = mkdtempSync(path.join(folderIn, 'desk-store-'));
  const opened = openStore({
    file: path.join(folder, 'links.db'),
    keyHex: randomBytes(32).toString('hex'),
    actor: 'tester',
  });
  const methods: Partial<Record<keyof StoreApi, (input: never) => unknown>> = {
    ...opened.methods,
    ...planMethods(opened.planner),
  };
  const call = async (method: keyof StoreApi, input: unknown): Promise<unknown> => {
    await Promise.resolve();
    const run = methods[method];
    if (run === undefined) throw new Error(`The test store does not serve ${method}.`);
    // As over the wire: what goes in and out is a copy.
    return structuredClone(await run(structuredClone(input) as never));
  };
  return {
    // The methods are those of StoreApi, so each answers what StoreApi says it does.
    store: { call: call as StoreClient['call'], on: () => () => undefined, stop: () => Promise.resolve() },
    methods: opened.methods,
    close: () => {
      opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The planner as the store process serves it; nothing long holds writes up here. */
function planMethods(planner: OpenStore['planner']) {
  const turns = new WriteTurns();
  const { signal } = new AbortController();
  return {
    planJob: (input: Parameters<StoreApi['planJob']>[0]) =>
      planner.plan(input, { turns, signal, onProgress: () => undefined }),
    rejudgePlan: ({ planId }: { planId: string }) => planner.rejudge(planId, turns),
    dropPlans: ({ planId }: { planId?: string }) => planner.drop(planId, turns),
  };
}
