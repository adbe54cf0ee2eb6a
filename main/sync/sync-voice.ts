import type { SyncRun } from '#domain/sync-run';
import { Announcer } from '../jobs/announcer';

interface Listeners {
  readonly onRun: (run: SyncRun) => void;
  readonly onLinks: () => void;
}

const runEveryMs = 200;
/** Each time the table asks again for what it shows. */
const linksEveryMs = 1_000;

/** Tells how a run goes on, no more often than an eye can follow. */
export class SyncVoice {
  readonly #onRun: (run: SyncRun) => void;
  readonly #run: Announcer;
  readonly #links: Announcer;
  #last: SyncRun | undefined;

  constructor({ onRun, onLinks }: Listeners) {
    this.#onRun = onRun;
    this.#run = new Announcer(() => {
      if (this.#last !== undefined) onRun(this.#last);
      return Promise.resolve();
    }, runEveryMs);
    this.#links = new Announcer(() => {
      onLinks();
      return Promise.resolve();
    }, linksEveryMs);
  }

  /** Pages of the run were stored. */
  stored(run: SyncRun): void {
    this.#last = run;
    this.#run.note();
    this.#links.note();
  }

  /** Tells how the run stands at the end; without a run nothing more of it. */
  async end(run: SyncRun | undefined): Promise<void> {
    const hasStored = this.#last !== undefined;
    this.#last = undefined;
    await this.#run.end();
    if (hasStored) await this.#links.end();
    if (run !== undefined) this.#onRun(run);
  }
}
