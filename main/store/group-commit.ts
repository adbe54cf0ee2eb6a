import { isAppError } from '#domain/app-error';
import { sqlCode } from './store-failure';
import type { WriteTurns } from './write-turns';

interface Waiting {
  readonly write: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (thrown: unknown) => void;
}

type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly thrown: unknown };

export interface GroupCommitOptions {
  readonly turns: WriteTurns;
  /** Runs something in one transaction that is on the disk when it returns; a throw rolls all of it back. */
  readonly transaction: <T>(run: () => T) => T;
}

/**
 * Writes what arrives in the same turn of the event loop in one transaction: the disk is waited for once, however many wait.
 *
 * Each write is a transaction of its own inside it, so that one that is refused undoes nothing of the others. Each caller gets
 * its own answer, and none before all of them are on the disk.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  /** Runs a write with those that arrive beside it. Rejects with what it throws, or with what ended the whole group. */
  run<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // The value resolved with is the one this write answered.
      this.#waiting.push({ write, resolve: resolve as (value: unknown) => void, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#flush());
    });
  }

  /** Never rejects. */
  async #flush(): Promise<void> {
    let group: readonly Waiting[] = [];
    const { turns, transaction } = this.#options;
    try {
      const outcomes = await turns.pass(() => {
        // What came while a long write was under way belongs to it too.
        group = this.#waiting;
        this.#waiting = [];
        return transaction(() => group.map(({ write }) => attempt(write)));
      });
      group.forEach((one, index) => {
        tell(one, outcomes[index]);
      });
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    }
  }
}

/** What fails with the disk or the memory, not with the one write: SQLite may have rolled back everything by then. */
function isEverybodys(thrown: unknown): boolean {
  if (isAppError(thrown)) return thrown.code === 'store/unavailable' || thrown.code === 'file/disk-full';
  const code = sqlCode(thrown);
  return code !== undefined && !code.startsWith('SQLITE_CONSTRAINT');
}

function attempt(write: () => unknown): Outcome {
  try {
    return { ok: true, value: write() };
  } catch (thrown) {
    if (isEverybodys(thrown)) throw thrown;
    return { ok: false, thrown };
  }
}

function tell({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome?.ok === true) resolve(outcome.value);
  else reject(outcome?.thrown);
}
