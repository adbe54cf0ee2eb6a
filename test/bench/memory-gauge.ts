import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Memory in use after a full collection, in MB. */
export function createMemoryGauge(): () => number {
  setFlagsFromString('--expose-gc');
  // A new context has the function that this one was started without; the cast names what the flag adds.
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1_048_576;
  };
}
