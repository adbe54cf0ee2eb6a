import fc from 'fast-check';
import { expect, it } from 'vitest';
import { life, type Life } from './arbitraries';
import { live, type LifeReport } from './live';

const { env } = process;
const wanted = Number(env['DESK_MODEL_RUNS'] ?? 500);
const seed = Number(env['DESK_MODEL_SEED'] ?? Date.now() % 1_000_000);

/** Enough for thousands of lives, and for making a wrong one smaller. */
const limitMs = Math.max(8 * 60_000, wanted * 1_000);

/** The first wrong life, made as small as it gets, in words. */
function tell(details: fc.RunDetails<[Life]>): string {
  const [found] = details.counterexample ?? [];
  const lines =
    found?.commands.map((command, index) => `  ${String(index + 1)}. ${JSON.stringify(command)}`) ?? [];
  const { errorInstance: why } = details;
  return [
    `A life went wrong after ${String(details.numRuns)} lives and ${String(details.numShrinks)} steps to make it smaller.`,
    `Again: DESK_MODEL_SEED=${String(details.seed)} DESK_MODEL_PATH=${String(details.counterexamplePath)}`,
    `World: ${JSON.stringify(found?.spec)}, gives conflicts up: ${String(found?.givesUpConflicts)}`,
    ...lines,
    why instanceof Error ? why.message : String(why),
  ].join('\n');
}

function sumSteps(reports: readonly LifeReport[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { told } of reports) {
    for (const [name, count] of Object.entries(told)) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

/** What lives must have come upon, or they prove little. */
const expected = [
  ...['queued>sending', 'sending>applied', 'sending>unknown', 'unknown>applied', 'unknown>queued'],
  ...['sending>failed', 'queued>conflict', 'restarts', 'links undone', 'checks'],
];

it(
  `loses no edit and sends none twice knowingly, in ${String(wanted)} lives (seed ${String(seed)})`,
  async () => {
    const reports: LifeReport[] = [];
    const property = fc.asyncProperty(life, async (one) => {
      reports.push(await live(one));
    });
    const details = await fc.check(property, {
      ...{ numRuns: wanted, seed, interruptAfterTimeLimit: limitMs - 30_000 },
      endOnFailure: env['DESK_MODEL_SHRINK'] === 'no',
      ...(env['DESK_MODEL_PATH'] === undefined ? {} : { path: env['DESK_MODEL_PATH'] }),
    });
    if (details.failed) throw new Error(tell(details));
    const sums = sumSteps(reports);
    const told = [...sums].map(([name, count]) => `${name} ${String(count)}`).join(', ');
    process.stdout.write(`${String(reports.length)} lives, seed ${String(seed)}: ${told}\n`);
    expect(details.interrupted).toBe(false);
    // A few lives need not have seen everything.
    if (wanted >= 300) expect(expected.filter((name) => (sums.get(name) ?? 0) === 0)).toEqual([]);
  },
  limitMs,
);
