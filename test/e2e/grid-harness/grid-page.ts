import type { Locator, Page } from '@playwright/test';

/** The index of the row that has the focus; -1 is the header. */
export async function focusedRow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Number(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN),
  );
}

export async function focusedColumn(page: Page): Promise<number> {
  return page.evaluate(() =>
    Number(document.activeElement?.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? NaN),
  );
}

/** True when the focused cell is wholly between the header and the bottom of the grid. */
export async function focusIsInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('[role="row"]')?.getBoundingClientRect();
    const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
    const head = document.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect();
    if (row === undefined || grid === undefined || head === undefined) return false;
    return row.top >= head.bottom - 1.5 && row.bottom <= grid.bottom + 0.5;
  });
}

/** Clicks the first cell of the second column, so that the keyboard is in row 0. */
export async function enterGrid(page: Page): Promise<Locator> {
  const grid = page.getByRole('grid');
  await grid.getByText('PL-0004711').click();
  return grid;
}

/** The place of the content at the top of the rows, in CSS pixels, from any drawn row. */
export async function contentOffset(page: Page): Promise<number> {
  return page.evaluate(() => {
    const head = document.querySelector('[aria-rowindex="1"]')?.getBoundingClientRect().bottom ?? NaN;
    const middle = document.elementFromPoint(700, 450)?.closest<HTMLElement>('[data-row]');
    if (middle === null || middle === undefined) return NaN;
    return Number(middle.dataset['row']) * 32 - (middle.getBoundingClientRect().top - head);
  });
}

/** Lets the grid's idle correction (120 ms) happen. */
export const idle = (page: Page): Promise<void> => page.waitForTimeout(250);
