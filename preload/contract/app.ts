import { z } from 'zod';
import type { ErrorAnswer } from '#domain/app-error';
import { channel, nothing, type ContractPart } from './part';

/** Whether a part of the application can be used, or why not. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly error: ErrorAnswer };

/** The state of the application as the interface needs it. */
export interface AppStatus {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** The link cache; not ready when the OS keychain that holds its key is not. */
  readonly store: Readiness;
  /** The name of a cache file that its key no longer opens: it was set aside, not deleted. */
  readonly setAside?: string;
}

export const appContract = {
  'app:status': channel<AppStatus>()(nothing),
  /** Tries keychain and store again, after the user has mended what was missing. */
  'app:retry-start': channel<AppStatus>()(nothing),
  'app:copy-text': channel<undefined>()(z.strictObject({ text: z.string().max(2_000_000) })),
} satisfies ContractPart;
