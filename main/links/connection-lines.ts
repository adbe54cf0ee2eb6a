import type { AppError } from '#domain/app-error';
import { afterFailure, afterSuccess, wholeBreaker, type Breaker } from '#domain/breaker';

/** The line to one connection's provider while work over many links goes on. */
interface Line {
  breaker: Breaker;
  /** Aborted with the failure that broke the line. */
  readonly end: AbortController;
}

/**
 * A circuit breaker for each connection: a failure that every further call would meet, or several alike in a row, end the work
 * over that connection's links, and leave the others alone.
 */
export class ConnectionLines {
  readonly #lines = new Map<string, Line>();

  /** Aborted once the line is broken. */
  signalOf(connectionId: string): AbortSignal {
    return this.#of(connectionId).end.signal;
  }

  wentThrough(connectionId: string): void {
    const line = this.#of(connectionId);
    line.breaker = afterSuccess(line.breaker);
  }

  failed(connectionId: string, error: AppError): void {
    const line = this.#of(connectionId);
    line.breaker = afterFailure(line.breaker, error);
    if (line.breaker.kind === 'broken') line.end.abort(error);
  }

  /** The signals of the broken lines; the failure is their reason. */
  broken(): readonly AbortSignal[] {
    return [...this.#lines.values()].map(({ end }) => end.signal).filter(({ aborted }) => aborted);
  }

  #of(connectionId: string): Line {
    const known = this.#lines.get(connectionId);
    if (known !== undefined) return known;
    const line: Line = { breaker: wholeBreaker, end: new AbortController() };
    this.#lines.set(connectionId, line);
    return line;
  }
}
