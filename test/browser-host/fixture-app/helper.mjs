import { setTimeout } from 'node:timers/promises';
import { net } from 'electron';

// Listens late on purpose: messages that came before must not be lost.
await setTimeout(100);
process.parentPort.on('message', ({ data }) => {
  if (data.hang) for (;;);
  process.parentPort.postMessage({
    twice: data.number * 2,
    args: process.argv.slice(2),
    hasFetch: typeof net.fetch,
  });
});
