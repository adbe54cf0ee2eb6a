import { setTimeout as wait } from 'node:timers/promises';
import type { BulkJob, BulkVerb } from '#domain/bulk-job';
import type { LinkPatch } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { editLink } from '../../main/jobs/edit-link';
import { refreshLinks } from '../../main/links/refresh-links';
import type { Faults } from '../../main/practice-gateway/faults';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import type { Death } from './desk-run';
import type { World } from './world';
import { worldStart } from './world-clock';

const day = 86_400_000;

/** A wish for some links. What it says of days and amounts depends on nothing but itself, so that sequences shrink well. */
export type Wish =
  | { readonly set: 'expiry'; readonly inDays: number }
  | { readonly set: 'later'; readonly days: number }
  | { readonly set: 'closed' | 'open' }
  | { readonly set: 'amount'; readonly minor: number }
  | { readonly set: 'text'; readonly text: string };

/** What can happen to a desk. Numbers choose among what there is, whatever that is by then. */
export type Command =
  | { readonly do: 'start'; readonly links: readonly number[]; readonly wish: Wish }
  | { readonly do: 'edit'; readonly link: number; readonly wish: Wish }
  | { readonly do: 'pause' | 'resume' | 'cancel' | 'retry'; readonly job: number }
  /** Meanwhile somebody else may have changed a link of the job, and we may have looked. */
  | { readonly do: 'undo'; readonly job: number; readonly meddled: 'not' | 'unseen' | 'seen' }
  | { readonly do: 'drop'; readonly edit: number }
  | { readonly do: 'resolve'; readonly edit: number; readonly keep: 'mine' | 'theirs' | 'fields' }
  | { readonly do: 'outside'; readonly link: number; readonly change: 'later' | 'paid' | 'closed' | 'dearer' }
  | { readonly do: 'refresh'; readonly links: readonly number[] }
  | { readonly do: 'jump'; readonly minutes: number }
  | { readonly do: 'faults'; readonly faults: Faults; readonly at: 'shop' | 'everywhere' }
  | { readonly do: 'calm' }
  | ({ readonly do: 'kill' } & Death)
  | { readonly do: 'breathe'; readonly ms: number }
  | { readonly do: 'wait' };

const context = { signal: new AbortController().signal, report: () => undefined };

function choose<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(1, items.length)];
}

function someRows(world: World, numbers: readonly number[]): readonly LinkRow[] {
  const rows = world.store.rows();
  return [...new Set(numbers.map((number) => choose(rows, number)))].filter((row) => row !== undefined);
}

function verbOf(wish: Wish, [first]: readonly LinkRow[]): BulkVerb {
  switch (wish.set) {
    case 'expiry':
      return { verb: 'set-expiry', expiry: { kind: 'absolute', at: worldStart + wish.inDays * day } };
    case 'later':
      return { verb: 'set-expiry', expiry: { kind: 'plus-days', days: wish.days, zone: 'Asia/Kuwait' } };
    case 'closed':
      return { verb: 'close' };
    case 'open':
      return { verb: 'reopen' };
    case 'amount':
      return {
        verb: 'set-amount',
        amount: { amountMinor: wish.minor, currency: first?.amount?.currency ?? 'KWD' },
      };
    case 'text':
      return { verb: 'set-order-text', orderText: wish.text };
  }
}

function patchOf(wish: Wish, row: LinkRow): LinkPatch {
  switch (wish.set) {
    case 'expiry':
      return { expiresAt: worldStart + wish.inDays * day };
    case 'later':
      return { expiresAt: (row.expiresAt ?? worldStart) + wish.days * day };
    case 'closed':
    case 'open':
      return { status: wish.set };
    case 'amount':
      return { amount: { amountMinor: wish.minor, currency: row.amount?.currency ?? 'KWD' } };
    case 'text':
      return { customerName: wish.text };
  }
}

/** Plans and confirms at once; a plan nothing would change in is put away. */
async function startPlan(
  world: World,
  planned: { planId: string; willChange: number } | undefined,
): Promise<void> {
  if (planned === undefined || planned.willChange === 0) return;
  const job = await world.ask((desk) => desk.jobs.start(planned.planId));
  if (job !== undefined) world.acknowledge(job);
}

async function start(world: World, { links, wish }: Extract<Command, { do: 'start' }>): Promise<void> {
  const rows = someRows(world, links);
  const selection = { mode: 'only', keys: rows.map(({ key }) => key) } as const;
  const of = { kind: 'selection', selection, change: verbOf(wish, rows) } as const;
  await startPlan(world, await world.ask((desk) => desk.plans.make(of, context)));
}

/** Not waited for: it answers when the edit has settled or has to wait. */
function edit(world: World, { link, wish }: Extract<Command, { do: 'edit' }>): void {
  const [row] = someRows(world, [link]);
  if (row === undefined) return;
  const request = { key: row.key, patch: patchOf(wish, row) };
  void world
    .ask(({ store, runner, newId }) => editLink(request, { store, runner, newId, now: world.clock.now }))
    .then((answer) => {
      if (answer !== undefined) world.acknowledge({ id: answer.edit.jobId });
    });
}

async function meddle(world: World, job: BulkJob, isSeen: boolean): Promise<void> {
  const { edits, rows } = world.store.read();
  const done = edits.find((each) => each.jobId === job.id && each.state === 'applied');
  const position = rows.findIndex(({ key }) => key === done?.linkKey);
  const row = rows[position];
  if (row === undefined) return;
  // Whatever the job set, one of these is no longer it.
  world.changeOutside(row, (link) => changedOutside(changedOutside(link, 'later'), 'dearer'));
  if (isSeen) await refresh(world, [position]);
}

async function undo(world: World, job: BulkJob): Promise<void> {
  const plan = await world.ask((desk) => desk.plans.make({ kind: 'undo', jobId: job.id }, context));
  if (plan === undefined) return;
  const { edits, rows } = world.store.read();
  const keys = new Set(plan.sample.map(({ linkKey }) => linkKey));
  const was = edits.filter((each) => each.jobId === job.id && keys.has(each.linkKey));
  const undone = was.flatMap((each) => {
    const row = rows.find(({ key }) => key === each.linkKey);
    return row === undefined ? [] : [{ was: each, row }];
  });
  world.record({ kind: 'undo-planned', of: job, undone });
  await startPlan(world, plan);
}

const movesOf = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;

async function withJob(world: World, command: Extract<Command, { job: number }>): Promise<void> {
  const job = choose(world.store.read().jobs, command.job);
  if (job === undefined) return;
  if (command.do === 'undo') {
    if (command.meddled !== 'not') await meddle(world, job, command.meddled === 'seen');
    await undo(world, job);
  } else if (command.do === 'retry') await world.ask((desk) => desk.jobs.retryFailed(job.id));
  else {
    const to = movesOf[command.do];
    await world.ask((desk) => desk.jobs.move(job.id, to));
  }
}

async function withEdit(world: World, command: Extract<Command, { do: 'drop' | 'resolve' }>): Promise<void> {
  const wanted = command.do === 'drop' ? 'queued' : 'conflict';
  const found = choose(
    world.store.read().edits.filter(({ state }) => state === wanted),
    command.edit,
  );
  if (found === undefined) return;
  if (command.do === 'drop') {
    await world.ask((desk) => desk.jobs.dropEdit(found.id));
    return;
  }
  // A patch has the fields of a link's patch and no others.
  const mine = Object.keys(found.patch).slice(0, 1) as (keyof LinkPatch)[];
  const choice = command.keep === 'fields' ? { keep: command.keep, mine } : { keep: command.keep };
  await world.ask((desk) => desk.jobs.resolve({ of: { kind: 'edits', editIds: [found.id] }, choice }));
}

function changedOutside(
  link: GatewayLink,
  change: Extract<Command, { do: 'outside' }>['change'],
): GatewayLink {
  switch (change) {
    case 'later':
      return { ...link, expiresAt: link.expiresAt + 3 * day };
    case 'dearer':
      return { ...link, amountMinor: link.amountMinor + 10 };
    case 'paid':
      return { ...link, status: 'Paid' };
    case 'closed':
      return { ...link, status: 'Closed' };
  }
}

async function refresh(world: World, links: readonly number[]): Promise<void> {
  const keys = someRows(world, links).map(({ key }) => key);
  await world.ask(({ store, providers }) =>
    refreshLinks({ mode: 'only', keys }, { store, providers, onChanged: () => undefined }, context),
  );
}

/** Lets something happen. What needs the application starts it if it is dead. */
export async function run(command: Command, world: World): Promise<void> {
  switch (command.do) {
    case 'outside':
      for (const row of someRows(world, [command.link])) {
        world.changeOutside(row, (link) => changedOutside(link, command.change));
      }
      return;
    case 'faults':
      return world.setFaults(command.faults, command.at === 'shop' ? 'shop' : undefined);
    case 'kill':
      world.kill(command);
      return;
    case 'jump':
      world.jump(command.minutes * 60_000);
      return;
    case 'breathe':
      await wait(command.ms);
      return;
    default:
      await world.desk();
      return ofTheUser(command, world);
  }
}

async function ofTheUser(
  command: Exclude<Command, { do: 'outside' | 'faults' | 'kill' | 'jump' | 'breathe' }>,
  world: World,
): Promise<void> {
  switch (command.do) {
    case 'start':
      return start(world, command);
    case 'edit':
      edit(world, command);
      return;
    case 'drop':
    case 'resolve':
      return withEdit(world, command);
    case 'refresh':
      return refresh(world, command.links);
    case 'wait':
      await world.standStill();
      return;
    case 'calm':
      await world.setFaults({});
      await world.ask((desk) => desk.jobs.resumeWaiting());
      return;
    default:
      return withJob(world, command);
  }
}
