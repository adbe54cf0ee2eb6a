import { useSyncExternalStore } from 'react';

const tickMs = 30_000;
const tickOf = () => Math.floor(Date.now() / tickMs) * tickMs;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, tickMs);
  return () => clearInterval(timer);
}

/** The present moment for relative wordings, in epoch milliseconds, half a minute coarse. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, tickOf);
}
