import type { z } from 'zod';
import type { ErrorAnswer } from '#domain/app-error';
import { appContract } from './app';
import { auditContract } from './audit';
import { connectionsContract } from './connections';
import type { EventPayloads } from './events';
import { exportContract } from './export';
import { importContract } from './import';
import { jobsContract } from './jobs';
import { linksContract } from './links';
import type { ChannelName, EventName, ServedName } from './names';
import type { Channel } from './part';
import { settingsContract } from './settings';
import { syncContract } from './sync';

/** The assembled contract: every channel with its input schema and output type. */
export const contract = {
  ...appContract,
  ...settingsContract,
  ...connectionsContract,
  ...linksContract,
  ...syncContract,
  ...jobsContract,
  ...auditContract,
  ...importContract,
  ...exportContract,
} satisfies Record<ServedName, Channel>;

type Contract = typeof contract;
export type InputOf<N extends ServedName> = z.infer<Contract[N]['input']>;
export type OutputOf<N extends ServedName> = Contract[N] extends Channel<z.ZodType, infer O> ? O : never;

/** Every answer is an envelope: failures travel as data, because Electron drops the fields of a thrown error. */
export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorAnswer };

/** What preload exposes as `window.desk`. */
export interface BridgeApi {
  call<N extends ChannelName>(name: N, input: InputOf<N>): Promise<Envelope<OutputOf<N>>>;
  /**
   * Describes a file that was dropped on the page. Takes a `File`, whose path stays between preload and main: one that the page
   * made itself has none, and is answered with `file/not-found`.
   */
  drop(file: object): Promise<Envelope<OutputOf<'import:drop'>>>;
  /** Subscribes to an event; the returned function ends it. */
  on<E extends EventName>(name: E, listener: (payload: EventPayloads[E]) => void): () => void;
}
