import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

export type FrameWords = TFunction<['common', 'status']>;

/** Filled by `I18nFrame`, which gives a new function when the language changes. */
export const FrameWordsContext = createContext<FrameWords | undefined>(undefined);

/**
 * The words of `common` and `status` for parts that stand in every cell of a grid. `useTranslation` would subscribe to
 * language changes once per cell, which is felt while scrolling.
 */
export function useFrameWords(): FrameWords {
  const words = useContext(FrameWordsContext);
  if (words === undefined) throw new Error('This part must stand inside an I18nFrame.');
  return words;
}

/** The word of every status, made once per language: a table asks for them in every row of every frame. */
export type StatusWords = Readonly<Record<LinkStatus, string>>;

export function statusWords(t: FrameWords): StatusWords {
  const words = linkStatuses.map((status) => [status, t(`status:${status}`)] as const);
  // Every status is in the list that its type is made of.
  return Object.fromEntries(words) as StatusWords;
}

/** Filled by `I18nFrame`. */
export const StatusWordsContext = createContext<StatusWords | undefined>(undefined);

export function useStatusWords(): StatusWords {
  const words = useContext(StatusWordsContext);
  if (words === undefined) throw new Error('This part must stand inside an I18nFrame.');
  return words;
}
