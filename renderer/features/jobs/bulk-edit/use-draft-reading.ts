import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { readDraft, type BulkDraft, type DraftContext, type ReadDraft } from './bulk-draft';
import type { ScopeFacts } from './use-scope-facts';
import { useZone } from './use-zone';

export interface DraftReading {
  readonly read: ReadDraft;
  readonly context: DraftContext;
}

/** What the form asks for, read against the settings, the connections and the selection. Undefined without a form. */
export function useDraftReading(draft: BulkDraft | undefined, facts: ScopeFacts): DraftReading | undefined {
  const { settings, connections } = useDesk();
  const { now, zone } = useZone();
  const businessDays = useStore(settings, (state) => state.settings.businessDays);
  const known = useStore(connections, (state) => state.connections);
  if (draft === undefined) return undefined;
  const context: DraftContext = {
    now,
    zone,
    businessDays,
    providers: [...new Set((known ?? []).map(({ provider }) => provider))],
    currencies: facts.currencies ?? [],
  };
  return { read: readDraft(draft, context), context };
}
