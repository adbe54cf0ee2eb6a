import type { Life } from './arbitraries';
import { run } from './commands';
import { judgeHistory } from './judge-history';
import { judgeEnd, judgeNow } from './judge-now';
import { World } from './world';
import { tellHistory } from './world-events';
import type { StoredWorld } from './world-store';

/** What a life came upon, for the one who looks whether lives are varied enough. */
export interface LifeReport {
  readonly told: Readonly<Record<string, number>>;
}

/** Why a life went wrong, with what happened in it. */
export class WrongLife extends Error {
  constructor(where: string, wrong: readonly string[], world: World) {
    super(`${where}:\n  ${wrong.join('\n  ')}\n\nWhat happened:\n${tellHistory(world.events)}\n`);
  }
}

/** Lives through a life and judges it after every command and at its end. Throws WrongLife. */
export async function live(life: Life): Promise<LifeReport> {
  const world = await World.open(life.spec);
  try {
    await world.desk();
    for (const [index, command] of life.commands.entries()) {
      await run(command, world);
      judge(world, `after command ${String(index + 1)}, ${JSON.stringify(command)}`);
    }
    await comeToEnd(world, life.givesUpConflicts);
    judge(world, 'at the end');
    return judgeWhole(world);
  } finally {
    await world.close();
  }
}

function judge(world: World, where: string): void {
  const wrong = [
    ...judgeNow(world.store.read(), world.acknowledged),
    ...world.failures.map(
      (thrown) => `unforeseen: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}`,
    ),
  ];
  if (wrong.length > 0) throw new WrongLife(where, wrong, world);
}

/** Everything works again and the application is started anew: all that waits goes on, and conflicts may be decided. */
async function comeToEnd(world: World, givesUpConflicts: boolean): Promise<void> {
  await world.setFaults({});
  world.kill();
  await stand(world);
  const desk = await world.desk();
  let decides = givesUpConflicts;
  for (let round = 0; round < 12; round += 1) {
    await stand(world);
    const { jobs, edits } = world.store.read();
    const paused = jobs.filter(({ state }) => state === 'paused');
    const conflicts = edits.filter(({ state }) => state === 'conflict').map(({ id }) => id);
    for (const { id } of paused) await world.ask(() => desk.jobs.move(id, 'running'));
    if (paused.length > 0) continue;
    if (!decides || conflicts.length === 0) return;
    decides = false;
    const [mine, theirs] = [conflicts.slice(1), conflicts.slice(0, 1)];
    await world.ask(() =>
      desk.jobs.resolve({ of: { kind: 'edits', editIds: theirs }, choice: { keep: 'theirs' } }),
    );
    await world.ask(() =>
      desk.jobs.resolve({ of: { kind: 'edits', editIds: mine }, choice: { keep: 'mine' } }),
    );
  }
}

async function stand(world: World): Promise<void> {
  if (!(await world.standStill())) throw new WrongLife('it never stands still', [], world);
}

function judgeWhole(world: World): LifeReport {
  const stored = world.store.read();
  const verdict = world.store.methods.verifyAudit({});
  const wrong = [
    ...judgeEnd(stored),
    ...judgeHistory(world.events, { rows: stored.rows, link: (row) => world.link(row) }),
    ...(verdict.brokenAt === undefined ? [] : [`the audit chain is broken at ${String(verdict.brokenAt)}`]),
  ];
  if (wrong.length > 0) throw new WrongLife('in the whole history', wrong, world);
  return { told: tellLife(world, stored) };
}

function tellLife(world: World, { jobs, edits }: StoredWorld): LifeReport['told'] {
  const requests = [...world.gateways.values()].map((gateway) => gateway.requests());
  const told: Record<string, number> = {
    jobs: jobs.length,
    edits: edits.length,
    restarts: world.runs - 1,
    updates: requests.reduce((sum, { updates }) => sum + updates, 0),
    checks: requests.reduce((sum, { checks }) => sum + checks, 0),
  };
  const add = (name: string, count = 1) => {
    told[name] = (told[name] ?? 0) + count;
  };
  for (const event of world.events) {
    if (event.kind === 'stepped') add(`${event.from}>${event.to}`);
    if (event.kind === 'undo-planned') add('links undone', event.undone.length);
  }
  return told;
}
