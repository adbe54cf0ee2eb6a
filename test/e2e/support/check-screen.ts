import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { coveredControls } from './covered-controls';
import type { ScreenLanguage } from './screen-words';
import { strayInputs } from './stray-inputs';

const sizes = [
  { width: 1024, height: 700 },
  { width: 1360, height: 860 },
] as const;

/** Algorithms, providers, and languages in their own script. */
const namesOfTheirOwn = /^(?:SHA-\d+|CSV|PDF|XML|English|العربية|Amazon Payment Services|Ahrvo network)$/u;

/** Where pictures of every state go, for a pair of eyes; without it none are taken. */
const picturesIn = process.env['DESK_PICTURES'];

export interface ScreenCheck {
  readonly language: ScreenLanguage;
  /** The state, in a word or two; it also names its pictures. */
  readonly state: string;
  /** Texts of buttons, headings and labels that are data or names, so that they may stay in another script. */
  readonly names?: RegExp;
  /** What is new in this state, as a selector, where the rest of the page was examined before. */
  readonly part?: string;
}

/** What the page says about itself that a pair of eyes would notice in either theme. */
interface Findings {
  readonly direction: string;
  readonly rawKeys: readonly string[];
  readonly words: readonly string[];
}

/** Looks for catalogue keys that found no words, and collects the words of everything that names or does something. */
const readWords = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const withoutData = (element: HTMLElement): string => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const data of copy.querySelectorAll('bdi')) data.remove();
      return copy.textContent;
    };
    const named = 'button, [role="button"], [role="tab"], [role="columnheader"], h1, h2, h3, label, legend';
    const words = [...document.querySelectorAll<HTMLElement>(named)]
      .filter((element) => isVisible(element) && element.closest('[aria-hidden="true"], bdi') === null)
      .map((element) => element.getAttribute('aria-label') ?? withoutData(element))
      .map((text) => text.replace(/\s+/gu, ' ').trim());
    const keys =
      /\{\{|\b(?:app|links|adding|sync|connections|settings|bulkEdit|jobs|jobDetail|conflicts|audit|import|export|errors|common)[.:][a-z]\w+/gu;
    return {
      direction: document.documentElement.dir,
      rawKeys: document.body.innerText.match(keys) ?? [],
      words: [...new Set(words)].filter((text) => /\p{L}/u.test(text)),
    };
  });

/** Waits until what follows from a change of the window has been drawn. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 40))));

interface Look {
  readonly theme: 'light' | 'dark';
  readonly where: string;
  readonly part: string | undefined;
}

/** Fails on serious or critical accessibility findings in front of the user. Only colours differ in the second theme. */
async function expectAccessible(page: Page, { theme, where, part }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  // Colours change over a transition, however short.
  await settled(page);
  // The announcer speaks of elements that may be gone again; it is react-aria's, and out of sight.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]');
  if (theme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  if ((await page.getByRole('dialog').count()) > 0) axe.include('[role="dialog"]');
  else if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const found = serious.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 200)) }));
  expect.soft(found, where).toEqual([]);
}

/** Fails where the page itself would scroll sideways, or where controls lie on each other. */
async function expectNoOverflow(page: Page, where: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settled(page);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    const at = `${where} at ${String(size.width)} pixels`;
    expect.soft(overflow, at).toBeLessThanOrEqual(0);
    // A window that is still coming in covers them for a moment.
    await expect
      .configure({ soft: true })
      .poll(() => coveredControls(page), { message: at, timeout: 2000 })
      .toEqual([]);
    expect.soft(await strayInputs(page), at).toEqual([]);
    if (picturesIn !== undefined && size.width === 1024) {
      await page.screenshot({ path: path.join(picturesIn, `${where} 1024.png`) });
    }
  }
}

/** Everything a state of the screen must keep in one language, in the light and the dark theme. */
export async function checkScreen(page: Page, { language, state, names, part }: ScreenCheck): Promise<void> {
  const where = `${language} ${state}`;
  const { direction, rawKeys, words } = await readWords(page);
  expect.soft(direction, where).toBe(language === 'ar' ? 'rtl' : 'ltr');
  expect.soft(rawKeys, where).toEqual([]);
  const isForeign = (text: string) =>
    !namesOfTheirOwn.test(text) && /\p{Script=Arabic}/u.test(text) !== (language === 'ar');
  expect
    .soft(
      words.filter((text) => isForeign(text) && !names?.test(text)),
      where,
    )
    .toEqual([]);
  await expectNoOverflow(page, where);
  for (const theme of ['dark', 'light'] as const) {
    await expectAccessible(page, { theme, where: `${where} ${theme}`, part });
    if (picturesIn !== undefined) {
      await page.screenshot({ path: path.join(picturesIn, `${where} ${theme}.png`) });
    }
  }
}
