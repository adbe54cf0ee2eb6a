/** Tells the person or the log of a test run what the stand-in did instead of the real thing. */
export function say(text: string): void {
  process.stdout.write(`[browser-host] ${text}\n`);
}

/** Reports a failure, with its stack if it has one. */
export function sayFailure(text: string, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`[browser-host] ${text}: ${detail}\n`);
}
