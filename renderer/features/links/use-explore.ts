import { useState } from 'react';
import { toBridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';

/** Opens the demo workspace and shows its links. */
export function useExplore(): { readonly explore: () => void; readonly busy: boolean } {
  const { connections, query, notices } = useDesk();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const explore = () => {
    setBusy(true);
    connections
      .getState()
      .explore()
      .then(
        () => query.getState().setFilter({}),
        (thrown: unknown) =>
          notices.getState().add({ tone: 'error', text: words(toBridgeError(thrown).code).title }),
      )
      .finally(() => setBusy(false));
  };
  return { explore, busy };
}
