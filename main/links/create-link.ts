import { AppError, toAppError, type ErrorDetails } from '#domain/app-error';
import { capabilitiesOf } from '#domain/capability';
import {
  draftFields,
  draftFieldsOf,
  judgeDraft,
  missingToCreate,
  type DraftField,
  type LinkDraft,
} from '#domain/link-draft';
import { sameMoney } from '#domain/money';
import type { CheckedLink, LinkRow } from '#domain/payment-link';
import type { Connection } from '#domain/provider';
import type { UnsettledCreation } from '#contract/links';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { PaymentProvider } from '../providers/payment-provider';
import type { StoreClient } from '../store/store-client';

export interface CreateOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onChanged: () => void;
}

/** What was sent is waited for: the outcome would be unknown for no gain. */
const untilTheEnd = () => new AbortController().signal;

/** The draft as it is sent: the fields its provider takes. What is wrong with it is refused as the provider would. */
function judged(draft: LinkDraft, connection: Connection, now: number): LinkDraft {
  const refuse = (field: string, reason: string) => new AppError('provider/refused', { field, reason });
  const missing = missingToCreate(connection);
  if (missing !== undefined) throw refuse('connectionId', missing);
  const capabilities = capabilitiesOf[connection.provider];
  const problems = judgeDraft(draft, { connection, capabilities, now });
  for (const field of draftFields) {
    const problem = problems[field];
    if (problem !== undefined) throw refuse(field, problem);
  }
  const taken: ReadonlySet<string> = new Set<DraftField>(draftFieldsOf(connection));
  // The fields every draft has are among those of every provider.
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => taken.has(field) && value !== ''),
  ) as unknown as LinkDraft;
}

function createOf({ create }: Pick<PaymentProvider, 'create'>): NonNullable<PaymentProvider['create']> {
  if (create === undefined) throw new AppError('link/not-editable', { reason: 'not-offered' });
  return create;
}

/**
 * Makes a link. One of its reference that waits unsettled is looked up first, and answered where it is the same. It is kept before
 * it is sent, and sent once; without an answer it is looked up at once, and where that tells nothing
 * the failure is `provider/outcome-unknown` and the creation waits for `lookUpCreation`.
 */
export async function createLink(
  { connectionId, draft: asked }: { readonly connectionId: string; readonly draft: LinkDraft },
  options: CreateOptions,
): Promise<LinkRow> {
  const { store, providers, now, newId } = options;
  const connection = (await store.call('listConnections', {})).find(({ id }) => id === connectionId);
  if (connection === undefined) throw new AppError('connection/not-found');
  const draft = judged(asked, connection, now());
  const provider = await providers.of(connectionId);
  const create = createOf(provider);
  const before = await lookUpBefore({ connectionId, draft }, options);
  if (before !== undefined) return before;
  const creation = { id: newId(), connectionId, draft, at: now() };
  await store.call('addCreation', creation);
  let made: CheckedLink | undefined;
  try {
    made = await create({ draft, clientRef: creation.id }, untilTheEnd());
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'provider/outcome-unknown') throw await refused(creation.id, error, options);
    // Not there now is no proof: what was sent may still be on its way.
    made = await find(creation, provider).catch(() => undefined);
    if (made === undefined) throw await unknown(creation.id, error, options);
  }
  return settled(creation.id, made, options);
}

type Kept = Pick<UnsettledCreation, 'id' | 'draft' | 'at'>;

/** Asks for the link of a creation; `provider/outcome-unknown` where the provider cannot be asked for it. */
async function find(
  { id, draft, at }: Kept,
  { findCreated }: PaymentProvider,
): Promise<CheckedLink | undefined> {
  if (findCreated === undefined) throw new AppError('provider/outcome-unknown');
  return findCreated({ draft, clientRef: id }, at, untilTheEnd());
}

async function settled(id: string, link: CheckedLink, options: CreateOptions): Promise<LinkRow> {
  const { store, now, onChanged } = options;
  const row = await store.call('settleCreation', { id, end: { kind: 'created', link }, at: now() });
  onChanged();
  if (row === null) throw new AppError('link/not-found');
  return row;
}

const saidBy = ({ provider }: ErrorDetails) => (provider === undefined ? {} : { provider });

async function refused(id: string, error: AppError, { store, now }: CreateOptions): Promise<AppError> {
  const end = { kind: 'refused', errorCode: error.code } as const;
  await store.call('settleCreation', { id, end, at: now(), ...saidBy(error.details) });
  return error;
}

async function unknown(id: string, error: AppError, { store, now }: CreateOptions): Promise<AppError> {
  const end = { kind: 'unknown', errorCode: error.code } as const;
  await store.call('settleCreation', { id, end, at: now(), ...saidBy(error.details) });
  return error;
}

/**
 * Asks whether the link of an unsettled creation is there, and settles it either way. `job/already-running` while it is being
 * sent, `link/not-found` when it is settled; what the look meets leaves it as it is.
 */
export async function lookUpCreation(creationId: string, options: CreateOptions): Promise<LinkRow | null> {
  const { store, providers, now } = options;
  const creation = (await store.call('listCreations', {})).find(({ id }) => id === creationId);
  if (creation === undefined) throw new AppError('link/not-found');
  if (creation.state === 'sending') throw new AppError('job/already-running');
  const found = await find(creation, await providers.of(creation.connectionId));
  if (found !== undefined) return settled(creationId, found, options);
  await store.call('settleCreation', { id: creationId, end: { kind: 'not-made' }, at: now() });
  return null;
}

/**
 * Settles what was sent under the draft's reference before and never answered; undefined where nothing was, or it asked for other
 * money. `provider/outcome-unknown` when that cannot be looked up now: Ahrvo would make a second link of the same nickname.
 */
async function lookUpBefore(
  { connectionId, draft }: { readonly connectionId: string; readonly draft: LinkDraft },
  options: CreateOptions,
): Promise<LinkRow | undefined> {
  const unsettled = await options.store.call('listCreations', {});
  const isOfSame = (one: UnsettledCreation) =>
    one.connectionId === connectionId && one.draft.reference.trim() === draft.reference.trim();
  let same: LinkRow | undefined;
  for (const { id, draft: sent } of unsettled.filter(isOfSame)) {
    const found = await lookUpCreation(id, options).catch((thrown: unknown) => {
      const error = toAppError(thrown);
      if (error.code === 'job/already-running') throw error;
      throw new AppError('provider/outcome-unknown', error.details, error);
    });
    if (found !== null && sameMoney(sent.amount, draft.amount)) same = found;
  }
  return same;
}
