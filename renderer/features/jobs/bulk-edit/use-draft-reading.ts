import { useStore } from 'zustand';
import { isVerbOffered } from '#domain/verb-offers';
import { useDesk } from '../../../stores/desk-context';
import { useScopeProviders } from '../../../stores/use-scope-providers';
import { readDraft, type BulkDraft, type DraftContext, type ReadDraft } from './bulk-draft';
import type { ScopeFacts } from './use-scope-facts';
import { useZone } from './use-zone';

export interface DraftReading {
  readonly read: ReadDraft;
  readonly context: DraftContext;
}

/** What the form asks for, read against the settings, the connections and the selection. Undefined without a form. */
export function useDraftReading(draft: BulkDraft | undefined, facts: ScopeFacts): DraftReading | undefined {
  const { settings } = useDesk();
  const { now, zone } = useZone();
  const businessDays = useStore(settings, (state) => state.settings.businessDays);
  const providers = useScopeProviders();
  if (draft === undefined) return undefined;
  const context: DraftContext = {
    now,
    zone,
    businessDays,
    providers,
    currencies: facts.currencies ?? [],
  };
  const read: ReadDraft = isVerbOffered(draft.verb, providers)
    ? readDraft(draft, context)
    : { ok: false, problem: { kind: 'not-offered' } };
  return { read, context };
}
