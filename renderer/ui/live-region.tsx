import type { ReactNode } from 'react';

/** Says a message to screen readers whenever it changes, without showing it: "128 of 1,000 links". */
export function LiveRegion({ message }: { readonly message: string }): ReactNode {
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {message}
    </div>
  );
}
