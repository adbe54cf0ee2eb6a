/**
 * The machine of one edit. `planned -> queued -> sending -> applied | failed | conflict | skipped`, and `unknown` for sent
 * without an answer: only a re-read leads on from there.
 */
export const editStates = [
  'planned',
  'queued',
  'sending',
  'unknown',
  'applied',
  'failed',
  'conflict',
  'skipped',
] as const;
export type EditState = (typeof editStates)[number];

const nextStates: Readonly<Record<EditState, readonly EditState[]>> = {
  planned: ['queued', 'skipped'],
  queued: ['sending', 'conflict', 'failed', 'skipped'],
  // Back to queued only when it is certain that nothing was sent.
  sending: ['applied', 'failed', 'conflict', 'unknown', 'queued'],
  unknown: ['applied', 'failed', 'conflict', 'queued'],
  applied: [],
  failed: ['queued'],
  conflict: ['queued', 'skipped'],
  skipped: [],
};

/** Whether an edit may go from one state to another. */
export function mayMove(from: EditState, to: EditState): boolean {
  return nextStates[from].includes(to);
}

/** States in which nothing more happens unless a person asks for it. */
export const settledStates = [
  'applied',
  'failed',
  'conflict',
  'skipped',
] as const satisfies readonly EditState[];

/** True when nothing more happens to the edit by itself. */
export function isSettled(state: EditState): boolean {
  return (settledStates as readonly EditState[]).includes(state);
}

/** States of an edit whose link must not get another edit meanwhile: what becomes of it is still open. */
export const openStates = [
  'queued',
  'sending',
  'unknown',
  'conflict',
] as const satisfies readonly EditState[];

export type EditCounts = Readonly<Record<EditState, number>>;

/** Counts with every state at zero. */
export const noEdits: EditCounts = {
  planned: 0,
  queued: 0,
  sending: 0,
  unknown: 0,
  applied: 0,
  failed: 0,
  conflict: 0,
  skipped: 0,
};

/** How many edits have settled, of how many. */
export function progressOf(counts: EditCounts): { readonly done: number; readonly total: number } {
  const total = editStates.reduce((sum, state) => sum + counts[state], 0);
  return { done: settledStates.reduce((sum, state) => sum + counts[state], 0), total };
}
