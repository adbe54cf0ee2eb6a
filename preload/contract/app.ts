import { z } from 'zod';
import type { ErrorAnswer } from '#domain/app-error';
import { channel, nothing, type ContractPart } from './part';

/** How the link cache stands. `opening` may last as long as the operating system asks for the keychain's password. */
export type StoreStatus =
  | { readonly state: 'opening' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly error: ErrorAnswer };

/** The state of the application as the interface needs it. */
export interface AppStatus {
  readonly version: string;
  readonly platform: 'win32' | 'darwin' | 'linux';
  /** The link cache; it fails when the OS keychain that holds its key does. */
  readonly store: StoreStatus;
  /** The name of a cache file that its key no longer opens: it was set aside, not deleted. */
  readonly setAside?: string;
}

export const appContract = {
  'app:status': channel<AppStatus>()(nothing),
  /** Tries keychain and store again, after the user has mended what was missing. */
  'app:retry-start': channel<AppStatus>()(nothing),
  'app:copy-text': channel<undefined>()(z.strictObject({ text: z.string().max(40_000_000) })),
} satisfies ContractPart;
