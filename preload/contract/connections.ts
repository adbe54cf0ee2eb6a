import { z } from 'zod';
import type { Instant } from '#domain/instant';
import { judgeEndpoint, shaTypes, type Connection } from '#domain/provider';
import { channel, localId, nothing, type ContractPart } from './part';

// Windows Credential Manager holds 2,560 bytes an item; phrases are far shorter. NUL would be cut off silently by the keychain.
const secret = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\0'));

// APS's request tables: access_code and merchant_identifier are alphanumeric, 20 characters at most.
const alphanumeric20 = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

/** What proves who we are, and the hash that does it. */
const proof = {
  shaType: z.enum(shaTypes),
  accessCode: alphanumeric20,
  requestPhrase: secret,
  responsePhrase: secret,
};

/** A connection as the form sends it. Secrets only go in: with this message and with `secretsReplacementSchema`. */
export const connectionDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  provider: z.literal('aps'),
  environment: z.enum(['sandbox', 'production', 'custom']),
  /** The one URL a renderer may send: the user's own endpoint, https or loopback, judged again here. */
  endpoint: z
    .string()
    .max(300)
    .refine((value) => judgeEndpoint(value) === undefined)
    .optional(),
  merchantIdentifier: alphanumeric20,
  ...proof,
});
export type ConnectionDraft = z.infer<typeof connectionDraftSchema>;

/** New secrets for a connection. All of them: none comes back out, so none can be left as it is. */
export const secretsReplacementSchema = z.strictObject({ connectionId: localId, ...proof });
export type SecretsReplacement = z.infer<typeof secretsReplacementSchema>;

/** What a test of a connection found out: that it works, and how fast. A failed test is a failed call. */
export interface ConnectionTestAnswer {
  readonly latencyMs: number;
}

/** Whether a connection's provider answered when it was last asked. */
export interface ConnectionReach {
  readonly connectionId: string;
  readonly isReachable: boolean;
  /** Since when it does or does not. */
  readonly since: Instant;
}

export const connectionsContract = {
  'connections:list': channel<readonly Connection[]>()(nothing),
  'connections:add': channel<Connection>()(connectionDraftSchema),
  /** Tests a draft before it is saved, or a saved connection. */
  'connections:test': channel<ConnectionTestAnswer>()(
    z.union([z.strictObject({ draft: connectionDraftSchema }), z.strictObject({ connectionId: localId })]),
  ),
  /** Tests new secrets at the provider, then keeps them instead of the old ones. What fails leaves the old ones in place. */
  'connections:replace-secrets': channel<Connection>()(secretsReplacementSchema),
  'connections:remove': channel<undefined>()(z.strictObject({ connectionId: localId })),
  /** Opens the demo workspace: a connection to the practice gateway with sample links. */
  'connections:explore': channel<Connection>()(nothing),
  /** The connections whose provider does not answer. */
  'connections:reach': channel<readonly ConnectionReach[]>()(nothing),
  /** Asks those providers again now instead of waiting for the next try. */
  'connections:try-now': channel<undefined>()(nothing),
} satisfies ContractPart;
