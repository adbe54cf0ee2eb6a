/**
 * The states by which a list is narrowed, one request each: the parameter takes a single one (list page of Ahrvo's docs). Links go
 * from the first to the others and not back, so that none slips from a state that is still to be read into one that was.
 */
export const walkedStates = ['ACTIVE', 'DEACTIVATED', 'COMPLETED', 'EXPIRED'] as const;
export type WalkedState = (typeof walkedStates)[number];

/** The state that is read after this one. */
export function nextState(state: WalkedState): WalkedState | undefined {
  return walkedStates[walkedStates.indexOf(state) + 1];
}
