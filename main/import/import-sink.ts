import type { PaymentLink } from '#domain/payment-link';

/** What storing the good rows of a file did. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly older: number;
}

export interface CommitWatch {
  readonly signal: AbortSignal;
  /** Told now and then how many links are stored, though nobody else sees them yet. */
  readonly onStored: (links: number) => void;
}

/**
 * Where good rows go while a file is read. Nothing may be visible to anybody else before `commit`, which comes only after the
 * whole file was read; then everything is, in one transaction.
 *
 * Other calls of the same process run between two calls of `stage`: an implementation must not keep a transaction of a shared
 * connection open across them.
 */
export interface ImportSink {
  /** Takes a batch of up to 2,000 rows aside. */
  stage(links: readonly PaymentLink[]): void;
  /** Stores all that was staged, or nothing: nothing when it is cancelled on the way. */
  commit(watch: CommitWatch): ImportCounts | Promise<ImportCounts>;
  /** Forgets all that was staged. Also called after a failed `commit`. */
  discard(): void;
}
