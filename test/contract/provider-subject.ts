import type { ErrorCode } from '#domain/app-error';
import type { Capabilities } from '#domain/capability';
import type { LinkDraft } from '#domain/link-draft';
import type { AhrvoSecrets, ApsSecrets } from '#domain/provider';
import type { FaultRule, Faults } from '../../main/practice-gateway/faults';
import type { RetryPolicy } from '../../main/providers/http/judge-retry';
import type { LinkName, PaymentProvider } from '../../main/providers/payment-provider';

/** A link as the other side holds it. */
export interface HeldLink {
  readonly linkId: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly expiresAt: number;
  readonly isClosed: boolean;
  readonly customerName: string;
  readonly orderText: string;
}

/** What a test may change about the connection under test. */
export interface ConnectOptions {
  readonly secrets?: Partial<ApsSecrets & AhrvoSecrets>;
  readonly merchantIdentifier?: string;
  readonly timeoutMs?: number;
  readonly retries?: RetryPolicy;
  readonly zone?: string;
}

/** How a provider words what all of them do. */
export interface ProviderTraits {
  readonly capabilities: Capabilities;
  readonly commands: Readonly<Record<'read' | 'write' | 'create', FaultRule['command']>>;
  readonly unknownLink: LinkName;
  /** The provider's own code and text for it. */
  readonly notFound: { readonly code: string; readonly text: string };
  readonly updated: string;
  readonly tested: string;
  readonly paidRefusal: ErrorCode;
  readonly readsAtOnce: number;
  readonly wrongAccounts: readonly (readonly [what: string, options: ConnectOptions, code: ErrorCode])[];
}

/** One adapter and the other side of its wire, over real HTTP. */
export interface ProviderSubject {
  connect(options?: ConnectOptions): PaymentProvider;
  /** A link nobody has touched yet. */
  take(want: { status: 'open' | 'expired' | 'paid' | 'closed'; currency?: string }): HeldLink;
  held(linkId: string): HeldLink;
  /** The ids of all links of the account. */
  ids(): readonly string[];
  /** A link that the provider would make, under a reference nobody has used. */
  draft(): LinkDraft;
  setFaults(faults: Faults): Promise<void>;
  requests(): {
    readonly total: number;
    readonly checks: number;
    readonly updates: number;
    readonly creates: number;
    readonly lists: number;
    readonly mostAtOnce: number;
  };
  forgetRequests(): void;
  stop(): Promise<void>;
}
