import type { BulkVerb } from './bulk-job';
import { capabilitiesOf, type EditableField } from './capability';
import type { ProviderId } from './provider';

/** The field that each verb changes. */
const fieldOfVerb = {
  'set-expiry': 'expiresAt',
  close: 'status',
  reopen: 'status',
  'set-amount': 'amount',
  'set-order-text': 'orderText',
} as const satisfies Readonly<Record<BulkVerb['verb'], EditableField>>;

/** Whether any of these providers can do this to a link; where none can, nobody need make a plan to find out. */
export function isVerbOffered(verb: BulkVerb['verb'], providers: readonly ProviderId[]): boolean {
  // Without connections nothing is known to be impossible.
  return providers.length === 0 || providers.some((id) => capabilitiesOf[id].edit[fieldOfVerb[verb]]);
}
