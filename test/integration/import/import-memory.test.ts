import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readFile } from '../../../main/import/read-file';
import { useTempFolders } from '../temp-folder';
import { dashboardHeader, dashboardLine, dashboardSpec, now, writeCsv } from './import-files';

const tempFolder = useTempFolders();

/** Memory in use after a full collection, in MB. */
function createMemoryGauge(): () => number {
  setFlagsFromString('--expose-gc');
  // A new context has the function that this one was started without; the cast names what the flag adds.
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().heapUsed / 1_048_576;
  };
}

it('keeps the ids of a file in memory, not its text', async () => {
  const memory = createMemoryGauge();
  const reference = 'ع'.repeat(1_000);
  const ids = Array.from({ length: 20_000 }, (_, index) => String(169_996_200_023_290_001n + BigInt(index)));
  const lines = ids.map((id) => dashboardLine(id, { reference }));
  const file = await writeCsv(await tempFolder(), [dashboardHeader, ...lines].join('\n'));
  lines.length = 0;
  const before = memory();
  let rows = 0;
  let during = 0;
  await readFile(
    { path: file, spec: dashboardSpec, now, signal: new AbortController().signal },
    {
      onGood: () => {
        rows += 1;
        if (rows === ids.length) during = memory();
      },
      onRejected: () => undefined,
    },
  );
  // The text alone is 40 MB of two-byte characters.
  expect(during - before).toBeLessThan(15);
});
