import { isAppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { LinkListPage } from '../payment-provider';
import type { Ask } from './ask';
import { toListPage } from './list-page';
import { toOffset } from './pages';
import { queryOf, start, toPlace, type Place } from './place';
import { listLetter, type ListFilter } from './requests';

/** Reads the page of the list at a place. */
export type ReadPage = (filter: ListFilter, place: Place, signal: AbortSignal) => Promise<LinkListPage>;

/** A guessed cursor may be refused rather than passed over; then the list goes on by offset. */
function isRefusedGuess(place: Place, thrown: unknown): boolean {
  const codes = ['provider/refused', 'provider/link-not-found'];
  return place.mode === 'guess' && isAppError(thrown) && codes.includes(thrown.code);
}

function behindRefused(place: Place): Place {
  const step = toOffset(place);
  return step.kind === 'on' ? toPlace(step.position) : start;
}

export function createReadPage({ clock }: { readonly clock: () => Instant }, ask: Ask): ReadPage {
  return async (filter, place, signal) => {
    const readAt = async (at: Place) => {
      const askedAt = clock();
      const answer = await ask(listLetter(filter, queryOf(at)), signal);
      return toListPage(answer, { place: at, filter }, { askedAt, now: clock() });
    };
    try {
      return await readAt(place);
    } catch (thrown) {
      if (!isRefusedGuess(place, thrown)) throw thrown;
      return readAt(behindRefused(place));
    }
  };
}
