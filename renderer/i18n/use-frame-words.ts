import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';

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
