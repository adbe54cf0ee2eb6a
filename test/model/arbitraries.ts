import fc from 'fast-check';
import type { FaultRule, Faults } from '../../main/practice-gateway/faults';
import type { Command, Wish } from './commands';
import type { WorldSpec } from './world';

const some = fc.nat({ max: 23 });
const several = fc.array(some, { minLength: 1, maxLength: 8, size: 'max' });

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ set: fc.constant('expiry'), inDays: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ set: fc.constant('later'), days: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ set: fc.constantFrom('closed', 'open') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      set: fc.constant('amount'),
      minor: fc.integer({ min: 1, max: 4 }).map((n) => n * 10),
    }),
  },
  { weight: 1, arbitrary: fc.record({ set: fc.constant('text'), text: fc.constantFrom('One', 'Two') }) },
);

const rate = fc.constantFrom(0.15, 0.4, 0.8);
const command = fc.constantFrom('check', 'update', undefined);

/** A rule for a share of the requests, of one command or of both. */
const share = fc
  .tuple(rate, command)
  .map(([share, only]): FaultRule => ({ rate: share, ...(only === undefined ? {} : { command: only }) }));

const fault: fc.Arbitrary<Faults> = fc.oneof(
  fc.constant<Faults>({ offline: {} }),
  fc.constant<Faults>({ latency: { ms: 1, upToMs: 9 } }),
  share.map((rule): Faults => ({ dropBefore: rule })),
  share.map((rule): Faults => ({ dropAfter: rule })),
  share.map((rule): Faults => ({ truncatedBody: rule })),
  share.map((rule): Faults => ({ notJson: rule })),
  share.map((rule): Faults => ({ wrongSignature: rule })),
  share.map((rule): Faults => ({ error5xx: rule })),
  share.map((rule): Faults => ({ staleEcho: rule })),
  share.map((rule): Faults => ({ ignored: rule })),
  fc.constantFrom<Faults>(
    { appliedButNoAnswer: { command: 'update', next: 1 } },
    { appliedButNoAnswer: { command: 'check', next: 1 } },
    { latency: { ms: 90, upToMs: 130, next: 2 } },
    { refused: {} },
    { refused: { command: 'update' } },
    { refused: { rate: 0.4, reply: 'referenceExists' } },
    { changedBefore: { command: 'update', rate: 0.4, to: 'paid' } },
    { changedBefore: { command: 'update', rate: 0.4, to: 'closed' } },
    { changedBefore: { command: 'update', rate: 0.4, to: 'later' } },
  ),
  fc
    .tuple(share, fc.constantFrom('1', '3600'))
    .map(([rule, retryAfter]): Faults => ({ tooManyRequests: { ...rule, retryAfter } })),
);

const faults = fc
  .array(fault, { minLength: 1, maxLength: 2 })
  .map((list): Faults => Object.assign({}, ...list) as Faults);

const one = <const T extends string>(name: T) => fc.constant(name);

const start = fc.record({ do: one('start'), links: several, wish });

const step = fc.oneof(
  { weight: 10, arbitrary: start },
  { weight: 4, arbitrary: fc.record({ do: one('edit'), link: some, wish }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pause', 'cancel'), job: some }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('resume', 'retry'), job: some }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: one('undo'), job: some, meddled: fc.constantFrom('not', 'unseen', 'seen') }),
  },
  { weight: 1, arbitrary: fc.record({ do: one('drop'), edit: some }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: one('resolve'),
      edit: some,
      keep: fc.constantFrom('mine', 'theirs', 'fields'),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: one('outside'),
      link: some,
      change: fc.constantFrom('later', 'paid', 'closed', 'dearer'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one('refresh'), links: several }) },
  { weight: 6, arbitrary: fc.record({ do: one('jump'), minutes: fc.constantFrom(6, 60) }) },
  {
    weight: 7,
    arbitrary: fc.record({ do: one('faults'), faults, at: fc.constantFrom('shop', 'everywhere') }),
  },
  { weight: 3, arbitrary: fc.record({ do: one('calm') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: one('kill'),
      calls: fc.nat({ max: 24 }),
      phase: fc.constantFrom('before', 'after'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: one('breathe'), ms: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 8, arbitrary: fc.record({ do: one('wait') }) },
) as fc.Arbitrary<Command>;

/** Something is always started early: a desk without a job has little to lose. */
const commands = fc
  .tuple(fc.array(step, { maxLength: 2 }), start, fc.array(step, { minLength: 2, maxLength: 9, size: 'max' }))
  .map(([before, first, after]): readonly Command[] => [...before, first as Command, ...after]);

/** A life of a desk: its world, what happens in it, and which conflicts are given up at the end. */
export interface Life {
  readonly spec: WorldSpec;
  readonly commands: readonly Command[];
  readonly givesUpConflicts: boolean;
}

export const life: fc.Arbitrary<Life> = fc.record({
  spec: fc.record({
    seed: fc.nat({ max: 9_999 }),
    links: fc.oneof(
      fc.integer({ min: 6, max: 10 }).map((count) => [count]),
      fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 3, max: 6 })),
    ),
    isStale: fc.boolean(),
  }),
  commands,
  givesUpConflicts: fc.boolean(),
});
