import type { StoreMethods } from './create-store-api';
import { openStore, type OpenStore } from './open-store';
import type { OpenDatabaseInput } from './open-database';
import type { OpenedStore, StoreApi } from './store-api';
import { storeUnavailable } from './store-failure';

/** The one store of a process: empty until `open`, and opened anew by another `open`. */
export class OpenStoreSlot {
  readonly #actor: string;
  #store: OpenStore | undefined;

  constructor({ actor }: { readonly actor: string }) {
    this.#actor = actor;
  }

  /** @throws AppError `store/unavailable` (`not-open`). */
  get store(): OpenStore {
    if (this.#store === undefined) throw storeUnavailable('not-open', 'The link cache has not been opened.');
    return this.#store;
  }

  /** The store's methods with `open`; all others refuse before it. */
  get methods(): StoreMethods & Pick<StoreApi, 'open'> {
    return { ...this.#delegates(), open: (input) => this.open(input) };
  }

  open(input: OpenDatabaseInput): OpenedStore {
    this.close();
    const store = openStore({ ...input, actor: this.#actor });
    this.#store = store;
    // Queries are answered meanwhile, and should it fail, then as well.
    store.columns.load().catch(() => undefined);
    return store.opened;
  }

  close(): void {
    this.#store?.close();
    this.#store = undefined;
  }

  /** Each looks up the store when it is called: the one of a moment ago may be closed. */
  #delegates(): StoreMethods {
    return {
      listConnections: (input) => this.store.methods.listConnections(input),
      saveConnection: (input) => this.store.methods.saveConnection(input),
      removeConnection: (input) => this.store.methods.removeConnection(input),
      readSettings: (input) => this.store.methods.readSettings(input),
      writeSetting: (input) => this.store.methods.writeSetting(input),
      upsertLinks: (input) => this.store.methods.upsertLinks(input),
      expireOverdue: (input) => this.store.methods.expireOverdue(input),
      openQuery: (input) => this.store.methods.openQuery(input),
      queryTotals: (input) => this.store.methods.queryTotals(input),
      readRange: (input) => this.store.methods.readRange(input),
      closeQuery: (input) => this.store.methods.closeQuery(input),
      findKeys: (input) => this.store.methods.findKeys(input),
      freezeSelection: (input) => this.store.methods.freezeSelection(input),
      holdSelection: (input) => this.store.methods.holdSelection(input),
      dropSelection: (input) => this.store.methods.dropSelection(input),
      sumSelection: (input) => this.store.methods.sumSelection(input),
      readLinks: (input) => this.store.methods.readLinks(input),
      readHistory: (input) => this.store.methods.readHistory(input),
      readTwins: (input) => this.store.methods.readTwins(input),
      startSync: (input) => this.store.methods.startSync(input),
      readSync: (input) => this.store.methods.readSync(input),
      storeSyncPages: (input) => this.store.methods.storeSyncPages(input),
      restartSyncFull: (input) => this.store.methods.restartSyncFull(input),
      moveSync: (input) => this.store.methods.moveSync(input),
      listSyncs: (input) => this.store.methods.listSyncs(input),
      addCreation: (input) => this.store.methods.addCreation(input),
      listCreations: (input) => this.store.methods.listCreations(input),
      settleCreation: (input) => this.store.methods.settleCreation(input),
      forgetSending: (input) => this.store.methods.forgetSending(input),
      createJob: (input) => this.store.methods.createJob(input),
      readPlan: (input) => this.store.methods.readPlan(input),
      readPlanRows: (input) => this.store.methods.readPlanRows(input),
      stalePlanLinks: (input) => this.store.methods.stalePlanLinks(input),
      moveJob: (input) => this.store.methods.moveJob(input),
      readJob: (input) => this.store.methods.readJob(input),
      listJobs: (input) => this.store.methods.listJobs(input),
      readJobs: (input) => this.store.methods.readJobs(input),
      nextEdits: (input) => this.store.methods.nextEdits(input),
      connectionsOfJob: (input) => this.store.methods.connectionsOfJob(input),
      stepEdit: (input) => this.store.methods.stepEdit(input),
      readEdits: (input) => this.store.methods.readEdits(input),
      openEditsOf: (input) => this.store.methods.openEditsOf(input),
      countEdits: (input) => this.store.methods.countEdits(input),
      retryFailed: (input) => this.store.methods.retryFailed(input),
      resolveConflicts: (input) => this.store.methods.resolveConflicts(input),
      appendAudit: (input) => this.store.methods.appendAudit(input),
      readAudit: (input) => this.store.methods.readAudit(input),
      verifyAudit: (input) => this.store.methods.verifyAudit(input),
    };
  }
}
