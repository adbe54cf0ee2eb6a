import { z } from 'zod';
import type { Instant } from '#domain/instant';
import { connectionColours, judgeEndpoint, shaTypes, type Connection } from '#domain/provider';
import { channel, localId, nothing, type ContractPart } from './part';

// Windows Credential Manager holds 2,560 bytes an item; phrases are far shorter. NUL would be cut off silently by the keychain.
const secret = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\0'));

// APS's request tables: access_code and merchant_identifier are alphanumeric, 20 characters at most.
const alphanumeric20 = z.string().regex(/^[A-Za-z0-9]{1,20}$/);

const endpoint = z
  .string()
  .max(300)
  .refine((value) => judgeEndpoint(value) === undefined);

/** What proves who we are at APS, and the hash that does it. */
const apsProof = {
  shaType: z.enum(shaTypes),
  accessCode: alphanumeric20,
  requestPhrase: secret,
  responsePhrase: secret,
};

// HTTP Basic: the first colon ends the user name (RFC 7617), and neither part may hold control characters.
const basicPart = secret.refine((value) => !/\p{Cc}/u.test(value));
const ahrvoProof = { username: basicPart.refine((value) => !value.includes(':')), password: basicPart };

const name = z.string().trim().min(1).max(60);
const accountId = z.string().regex(/^[\w.-]{1,100}$/);

/** A connection as the form sends it. Secrets only go in: with this message and with `secretsReplacementSchema`. */
export const connectionDraftSchema = z.discriminatedUnion('provider', [
  z.strictObject({
    name,
    provider: z.literal('aps'),
    environment: z.enum(['sandbox', 'production', 'custom']),
    /** The one URL a renderer may send: the user's own endpoint, https or loopback, judged again here. */
    endpoint: endpoint.optional(),
    merchantIdentifier: alphanumeric20,
    ...apsProof,
  }),
  z.strictObject({
    name,
    provider: z.literal('ahrvo'),
    environment: z.enum(['production', 'custom']),
    endpoint: endpoint.optional(),
    apiVersion: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
    merchantId: accountId.exactOptional(),
    applicationId: accountId.exactOptional(),
    ...ahrvoProof,
  }),
]);
export type ConnectionDraft = z.infer<typeof connectionDraftSchema>;

/** New secrets for a connection. All of them: none comes back out, so none can be left as it is. */
export const secretsReplacementSchema = z.union([
  z.strictObject({ connectionId: localId, ...apsProof }),
  z.strictObject({ connectionId: localId, ...ahrvoProof }),
]);
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
  /** Gives a connection another name and colour. */
  'connections:describe': channel<Connection>()(
    z.strictObject({ connectionId: localId, name, colour: z.enum(connectionColours) }),
  ),
  'connections:remove': channel<undefined>()(z.strictObject({ connectionId: localId })),
  /** Opens the demo workspace: a connection to the practice gateway with sample links. */
  'connections:explore': channel<Connection>()(nothing),
  /** The connections whose provider does not answer. */
  'connections:reach': channel<readonly ConnectionReach[]>()(nothing),
  /** Asks those providers again now instead of waiting for the next try. */
  'connections:try-now': channel<undefined>()(nothing),
} satisfies ContractPart;
