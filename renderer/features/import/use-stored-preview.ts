import { useEffect, useState } from 'react';
import type { ImportPreview } from '#contract/import';
import { missingFields } from '#domain/import-map';
import { toBridgeError, type BridgeError } from '../../bridge/bridge-error';
import { useDesk } from '../../stores/desk-context';
import type { ImportForm } from './form-state';

/** Choices that follow each other at once are read once. */
const pauseMs = 120;

export type StoredPreview =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown'; readonly rows: ImportPreview['rows'] }
  | { readonly kind: 'failed'; readonly error: BridgeError };

/** What the first rows would be stored as with a form; the last answer stays until there is a newer one. */
export function useStoredPreview(importId: string, { reading, map, zone }: ImportForm): StoredPreview {
  const { bridge } = useDesk();
  const [preview, show] = useState<StoredPreview>({ kind: 'waiting' });
  const isReadable = missingFields(map).length === 0;
  // What the answer depends on, as one value.
  const asked = JSON.stringify({ importId, reading, map, zone });
  useEffect(() => {
    if (!isReadable) return undefined;
    let isOver = false;
    const tell = (next: StoredPreview) => {
      if (!isOver) show(next);
    };
    const timer = setTimeout(() => {
      // Written a line above.
      const input = JSON.parse(asked) as { importId: string } & Pick<ImportForm, 'reading' | 'map' | 'zone'>;
      bridge.call('import:preview', input).then(
        ({ rows }) => tell({ kind: 'shown', rows }),
        (thrown: unknown) => tell({ kind: 'failed', error: toBridgeError(thrown) }),
      );
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [bridge, asked, isReadable]);
  return isReadable ? preview : { kind: 'waiting' };
}
