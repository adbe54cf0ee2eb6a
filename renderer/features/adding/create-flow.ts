import { useState } from 'react';
import { useStore } from 'zustand';
import type { LinkDraft } from '#domain/link-draft';
import type { LinkRow } from '#domain/payment-link';
import type { BridgeError } from '../../bridge/bridge-error';
import { toBridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';

/** What became of a link that was to be made. */
export type CreateFlow =
  | { readonly kind: 'filling'; readonly error?: BridgeError; readonly wasNotMade?: true }
  | { readonly kind: 'sending' }
  | { readonly kind: 'made'; readonly link: LinkRow }
  /** Sent without an answer: nobody knows whether it is there. */
  | {
      readonly kind: 'unknown';
      readonly connectionId: string;
      readonly reference: string;
      readonly error?: BridgeError;
    };

export interface Create {
  readonly flow: CreateFlow;
  readonly isLooking: boolean;
  readonly send: (connectionId: string, draft: LinkDraft) => void;
  readonly lookUp: () => void;
  readonly again: () => void;
}

/** Makes a link, once; what is unknown after that is looked up, never sent again by itself. */
export function useCreate(): Create {
  const { creations: store } = useDesk();
  const [flow, setFlow] = useState<CreateFlow>({ kind: 'filling' });
  const looking = useStore(store, (state) => state.looking);
  const send = (connectionId: string, draft: LinkDraft) => {
    const { reference } = draft;
    setFlow({ kind: 'sending' });
    store
      .getState()
      .create(connectionId, draft)
      .then(
        (link) => setFlow({ kind: 'made', link }),
        (thrown: unknown) => {
          const error = toBridgeError(thrown);
          const isUnknown = error.code === 'provider/outcome-unknown';
          setFlow(isUnknown ? { kind: 'unknown', connectionId, reference } : { kind: 'filling', error });
        },
      );
  };
  const lookUp = () => {
    if (flow.kind !== 'unknown') return;
    const { connectionId, reference } = flow;
    // The newest of the reference: others of the connection may wait, too.
    const [creation] = store
      .getState()
      .creations.filter((one) => one.connectionId === connectionId && one.draft.reference === reference)
      .toSorted((a, b) => b.at - a.at);
    if (creation === undefined) return;
    store
      .getState()
      .lookUp(creation.id)
      .then(
        (link) => setFlow(link === null ? { kind: 'filling', wasNotMade: true } : { kind: 'made', link }),
        (thrown: unknown) =>
          setFlow({ kind: 'unknown', connectionId, reference, error: toBridgeError(thrown) }),
      );
  };
  return { flow, isLooking: looking.length > 0, send, lookUp, again: () => setFlow({ kind: 'filling' }) };
}
