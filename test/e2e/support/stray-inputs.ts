import type { Page } from '@playwright/test';

/**
 * The unseen inputs of radios and checkboxes that lie outside of what their press belongs to: a screen reader's press, or a test's, goes
 * to whatever lies there instead.
 */
export const strayInputs = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const holds = (frame: Element | null, x: number, y: number): boolean => {
      if (frame === null) return false;
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      return x >= left && x <= right && y >= top - 1 && y <= bottom + 1;
    };
    const isStray = (input: Element): boolean => {
      // Its frame of one pixel clips it: this is the part that can be pressed.
      const part = input.parentElement?.getBoundingClientRect();
      const label = input.closest('label');
      if (part === undefined || label === null || label.getBoundingClientRect().width === 0) return false;
      const [x, y] = [part.left + part.width / 2, part.top + part.height / 2];
      return !holds(label, x, y) && !holds(label.parentElement, x, y);
    };
    return [...document.querySelectorAll('label input:is([type="radio"], [type="checkbox"])')]
      .filter(isStray)
      .map((input) => input.closest('label')?.textContent ?? '');
  });
