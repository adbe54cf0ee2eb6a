import type { AppError } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import { waitsForProvider } from '#domain/job-state';
import type { Verdict } from './judge-outcome';

/** An edit that met trouble of which nobody knows yet whether it is the link's own or everybody's. */
export interface HeldEdit {
  readonly edit: Edit;
  readonly trouble: AppError;
  readonly ifAlone: Verdict;
}

/** How often trouble that passes is put up with from the same edit while others go through. */
const patience = 3;

/**
 * The edits a lane holds back, and how often each was held. The counts outlive the lane: a link that alone never answers must
 * not make its job pause for ever.
 */
export class HeldEdits {
  readonly #rounds: Map<number, number>;
  #held = new Map<number, HeldEdit>();

  constructor(rounds: Map<number, number>) {
    this.#rounds = rounds;
  }

  has(editId: number): boolean {
    return this.#held.has(editId);
  }

  hold(held: HeldEdit): void {
    const { id } = held.edit;
    this.#held.set(id, held);
    this.#rounds.set(id, (this.#rounds.get(id) ?? 0) + 1);
  }

  /** Takes all out: those whose trouble may pass and that have not had it too often, and those that are at their end. */
  takeOut(): { readonly again: readonly HeldEdit[]; readonly spent: readonly HeldEdit[] } {
    const all = [...this.#held.values()];
    this.#held = new Map();
    const hasChance = ({ edit, trouble }: HeldEdit) =>
      waitsForProvider(trouble.code) && (this.#rounds.get(edit.id) ?? 0) < patience;
    return { again: all.filter(hasChance), spent: all.filter((held) => !hasChance(held)) };
  }

  /** The trouble was everybody's: nothing of it is held against these edits. */
  forgive(): void {
    for (const id of this.#held.keys()) this.#rounds.delete(id);
  }
}
