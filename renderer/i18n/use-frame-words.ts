import type { TFunction } from 'i18next';
import { createContext, useContext, type Context } from 'react';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

export type FrameWords = TFunction<['common', 'status']>;
export type StatusWords = Readonly<Record<LinkStatus, string>>;

/** Filled by `I18nFrame`, which gives a new function when the language changes. */
export const FrameWordsContext = createContext<FrameWords | undefined>(undefined);
/** Filled by `I18nFrame`. */
export const StatusWordsContext = createContext<StatusWords | undefined>(undefined);

function useOfFrame<Words>(context: Context<Words | undefined>): Words {
  const words = useContext(context);
  if (words === undefined) throw new Error('This part must stand inside an I18nFrame.');
  return words;
}

/**
 * The words of `common` and `status` for parts that stand in every cell of a grid. `useTranslation` would subscribe to
 * language changes once per cell, which is felt while scrolling.
 */
export const useFrameWords = (): FrameWords => useOfFrame(FrameWordsContext);

/** The word of every status, looked up once per language: a table asks for one in every row of every frame. */
export const useStatusWords = (): StatusWords => useOfFrame(StatusWordsContext);

/** Looks up what `useStatusWords` gives. */
export function statusWords(t: FrameWords): StatusWords {
  const words = linkStatuses.map((status) => [status, t(`status:${status}`)] as const);
  // Every status is in the list that its type is made of.
  return Object.fromEntries(words) as StatusWords;
}
