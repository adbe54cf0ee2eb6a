/**
 * One running child process, as its parent holds it: plain messages both ways, its end, and a way to end it.
 *
 * Messages posted before the child listens are kept for it. After `onExit` has been told, no message follows.
 */
export interface ProcessLink {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, with the exit code, or null when a signal ended the process or it never started. */
  onExit(listener: (code: number | null) => void): void;
  /** Ends the process even when it hangs in a native call; `onExit` follows. */
  kill(): void;
}

export type StartProcess = () => ProcessLink;
