import type { Instant } from '#domain/instant';
import { linkAt, type AhrvoLink, type LinkState } from './ahrvo-link';
import { factsAt, linkOf, slotOfId, type LinkFacts, type LinkRecipe } from './make-ahrvo-links';

/** The links of a practice account in the order they were made, the newest first. */
export interface AhrvoBook {
  readonly size: () => number;
  readonly byId: (id: string) => AhrvoLink | undefined;
  /** All links, made on the spot. */
  readonly links: () => readonly AhrvoLink[];
  /** Replaces the link of the same id. */
  readonly keep: (link: AhrvoLink) => void;
  readonly add: (link: AhrvoLink) => void;
  /** The slots of the links that pass, the newest first. */
  readonly slots: (passes: (facts: LinkFacts) => boolean) => readonly number[];
  readonly at: (slot: number) => AhrvoLink;
  /** The slot of an id; -1 for an unknown one. */
  readonly slotOf: (id: string) => number;
}

/** A hundred thousand links: their dates and states are kept, everything else is made from the seed when it is asked for. */
export function openAhrvoBook(recipe: LinkRecipe, now: () => Instant): AhrvoBook {
  const facts: LinkFacts[] = Array.from({ length: recipe.count }, (_, slot) => factsAt(recipe, slot));
  /** Links that were changed or added. */
  const kept = new Map<number, AhrvoLink>();
  const slotsOfAdded = new Map<string, number>();

  const whole = (slot: number): AhrvoLink => kept.get(slot) ?? linkOf(recipe, slot);
  const slotOf = (id: string): number => {
    const added = slotsOfAdded.get(id);
    if (added !== undefined) return added;
    const slot = slotOfId(id);
    return slot >= 0 && slot < recipe.count && whole(slot).id === id ? slot : -1;
  };
  const put = (slot: number, link: AhrvoLink) => {
    facts[slot] = link;
    kept.set(slot, link);
  };
  const stateOf = ({ state, expiresAt }: LinkFacts): LinkState =>
    state === 'ACTIVE' && expiresAt <= now() ? 'EXPIRED' : state;
  const at = (slot: number) => linkAt(whole(slot), now());
  return {
    slotOf,
    at,
    size: () => facts.length,
    byId: (id) => {
      const slot = slotOf(id);
      return slot < 0 ? undefined : at(slot);
    },
    links: () => facts.map((_, slot) => at(slot)).reverse(),
    keep: (link) => {
      const slot = slotOf(link.id);
      if (slot >= 0) put(slot, link);
    },
    add: (link) => {
      slotsOfAdded.set(link.id, facts.length);
      put(facts.length, link);
    },
    slots: (passes) => {
      const found: number[] = [];
      for (let slot = facts.length - 1; slot >= 0; slot -= 1) {
        const each = facts[slot];
        if (each === undefined) continue;
        const state = stateOf(each);
        if (passes(state === each.state ? each : { ...each, state, updatedAt: each.expiresAt }))
          found.push(slot);
      }
      return found;
    },
  };
}
