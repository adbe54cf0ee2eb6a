import type { Page } from '@playwright/test';

/**
 * The controls in front of the user that something else lies on or that leave the window at a side. A page that hides its overflow
 * tells nothing of this by its scroll width. What scrolls up and down may be out of sight.
 */
export const coveredControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const dialogs = document.querySelectorAll('[role="dialog"]');
    const front: ParentNode = dialogs[dialogs.length - 1] ?? document;
    const scrolls = (element: Element | null): boolean => {
      for (let at = element; at !== null; at = at.parentElement) {
        const { overflowY } = getComputedStyle(at);
        if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight)
          return true;
      }
      return false;
    };
    // Buttons for screen readers alone are cut to one pixel by what they are in.
    const isSeen = (element: HTMLElement): boolean =>
      element.offsetWidth > 8 && (element.parentElement?.offsetWidth ?? 0) > 8;
    const isFree = (element: Element): boolean => {
      const { left, right, top, height } = element.getBoundingClientRect();
      return [left + 4, (left + right) / 2, right - 4].every((x) => {
        const hit = document.elementFromPoint(x, top + height / 2);
        // What lies in the same control, as the cross of a chip does, covers nothing.
        if (hit === null) return false;
        return (
          hit.contains(element) || element.contains(hit) || element.parentElement?.contains(hit) === true
        );
      });
    };
    return [...front.querySelectorAll<HTMLElement>('button, h1, h2, input[type="search"]')]
      .filter((element) => element.checkVisibility() && isSeen(element) && !scrolls(element))
      .filter(
        (element) => element.closest('[role="grid"], [aria-hidden="true"]') === null && !isFree(element),
      )
      .map((element) => element.getAttribute('aria-label') ?? element.textContent);
  });
