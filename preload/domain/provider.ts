import type { Instant } from './instant';

export const providerIds = ['aps', 'ahrvo'] as const;
export type ProviderId = (typeof providerIds)[number];

/** Where a connection's calls go. `practice` is the gateway inside this application; `custom` names its own endpoint. */
export const environments = ['sandbox', 'production', 'practice', 'custom'] as const;
export type Environment = (typeof environments)[number];

/**
 * The hash of an APS account, as its dashboard's Security Settings name it.
 *
 * The two HMAC kinds are in APS's own WooCommerce and Magento plugins only; SHA-128 is implemented by no public client.
 */
export const shaTypes = ['SHA-256', 'SHA-512', 'HMAC-256', 'HMAC-512'] as const;
export type ShaType = (typeof shaTypes)[number];

/** The colours by which connections are told apart; their shades belong to the theme. */
export const connectionColours = [
  'blue',
  'orange',
  'green',
  'purple',
  'red',
  'teal',
  'pink',
  'grey',
] as const;
export type ConnectionColour = (typeof connectionColours)[number];

interface AnyConnection {
  readonly id: string;
  readonly name: string;
  readonly environment: Environment;
  /** Only for `custom`: https anywhere, or http on this machine. */
  readonly endpoint?: string;
  /** Absent on connections made before there were colours: they take one by their place. */
  readonly colour?: ConnectionColour;
  readonly createdAt: Instant;
}

export interface ApsConnection extends AnyConnection {
  readonly provider: 'aps';
  readonly merchantIdentifier: string;
  readonly shaType: ShaType;
  /** The last characters of the access code, enough to tell two accounts apart. */
  readonly accessCodeTail: string;
}

export interface AhrvoConnection extends AnyConnection {
  readonly provider: 'ahrvo';
  /** The last characters of the user name, enough to tell two accounts apart. */
  readonly usernameTail: string;
  /** What `Finix-Version` says; empty sends no such header. It decides the shape of list pages (facts, section 6). */
  readonly apiVersion: string;
  /** Only links of this merchant are listed, and new ones are made for it. */
  readonly merchantId?: string;
  /** Needed, with the merchant, to create links. */
  readonly applicationId?: string;
}

/** One merchant account at one provider, without its secrets: those live in the OS keychain only. */
export type Connection = ApsConnection | AhrvoConnection;

/** The version whose list pages carry cursors. */
export const usualApiVersion = '2022-02-01';

/** The secrets of an APS connection. They travel one way: in. */
export interface ApsSecrets {
  readonly accessCode: string;
  readonly requestPhrase: string;
  readonly responsePhrase: string;
}

/** The secrets of an Ahrvo connection: HTTP Basic. */
export interface AhrvoSecrets {
  readonly username: string;
  readonly password: string;
}

export type AccountSecrets = ApsSecrets | AhrvoSecrets;

/** The secrets of each provider, as the keychain names them. */
export const secretNamesOf = {
  aps: ['accessCode', 'requestPhrase', 'responsePhrase'],
  ahrvo: ['username', 'password'],
} as const satisfies Readonly<Record<ProviderId, readonly string[]>>;

export type EndpointProblem = 'not-a-url' | 'not-encrypted' | 'has-credentials';

/** Says why a custom endpoint is refused: it must be https, or http on this machine, and carry no user name or password. */
export function judgeEndpoint(text: string): EndpointProblem | undefined {
  const parts = /^(https?):\/\/(\[[0-9a-f:]+\]|[^\s/?#]+?)(?::(\d{1,5}))?(\/[^\s?#]*)?$/i.exec(text);
  if (parts === null) return 'not-a-url';
  const [, scheme = '', host = ''] = parts;
  if (host.includes('@')) return 'has-credentials';
  if (scheme.toLowerCase() === 'https') return undefined;
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host.toLowerCase()) ? undefined : 'not-encrypted';
}
