import { expect, type Page } from '@playwright/test';
import { overscanRows } from '../../renderer/grid/scroll-math';
import { enterGrid, focusedRow, idle } from './grid-harness/grid-page';
import { test } from './grid-harness/harness-test';

const headers = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[role="columnheader"][data-column-id]')
    .evaluateAll((cells) =>
      cells.map((cell) => (cell instanceof HTMLElement ? (cell.dataset['columnId'] ?? '') : '')),
    );

test('a header is dragged to another place, Esc gives up, and the pinned column stays', async ({
  openHarness,
}) => {
  const page = await openHarness('rows=100');
  const status = await page.getByRole('columnheader', { name: 'Status' }).boundingBox();
  const customer = await page.getByRole('columnheader', { name: 'Customer' }).boundingBox();
  if (status === null || customer === null) throw new Error('The headers are not drawn.');
  const drag = async (): Promise<void> => {
    await page.mouse.move(status.x + 30, status.y + 12);
    await page.mouse.down();
    await page.mouse.move(customer.x - 60, customer.y + 12, { steps: 6 });
  };
  await drag();
  await expect(page.locator('[data-drop]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-drop]')).toHaveCount(0);
  await page.mouse.up();
  const before = ['reference', 'customer', 'amount', 'status', 'expires', 'created'];
  expect(await headers(page)).toEqual(before);
  await drag();
  await page.mouse.up();
  // Beside the pinned column is the first place there is.
  expect(await headers(page)).toEqual(['reference', 'status', 'customer', 'amount', 'expires', 'created']);
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'none');
  await expect(page.getByText('Status: column 2 of 6')).toBeAttached();
});

for (const { lang, later, earlier, name } of [
  { lang: 'en', later: 'ArrowRight', earlier: 'ArrowLeft', name: 'Customer' },
  { lang: 'ar', later: 'ArrowLeft', earlier: 'ArrowRight', name: 'العميل' },
]) {
  test(`a header moves by keyboard along the reading direction and keeps the focus (${lang})`, async ({
    openHarness,
  }) => {
    const page = await openHarness(`rows=100&lang=${lang}`);
    await enterGrid(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(later);
    const header = page.getByRole('columnheader', { name });
    await expect(header).toBeFocused();
    await page.keyboard.press(`Control+Shift+${later}`);
    expect((await headers(page)).slice(0, 3)).toEqual(['reference', 'amount', 'customer']);
    await expect(header).toBeFocused();
    await page.keyboard.press(`Control+Shift+${earlier}`);
    await page.keyboard.press(`Control+Shift+${earlier}`);
    expect((await headers(page)).slice(0, 3)).toEqual(['reference', 'customer', 'amount']);
    await expect(header).toBeFocused();
  });
}

test('menus are asked for by mouse and by keyboard, with the cell they are about', async ({
  openHarness,
}) => {
  const page = await openHarness('rows=100');
  const menu = page.getByTestId('menu');
  await enterGrid(page);
  await page.locator('[data-row="3"] [data-column-id="status"]').click({ button: 'right' });
  await expect(menu).toHaveText('row 3 status');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(menu).toHaveText('row 4 status');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ContextMenu');
  await expect(menu).toHaveText('row 3 status');
  await page.getByRole('columnheader', { name: 'Amount' }).click({ button: 'right' });
  await expect(menu).toHaveText('header amount');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(menu).toHaveText('header status');
});

test('several columns sort one after the other, and their places are numbered', async ({ openHarness }) => {
  const page = await openHarness('rows=100');
  await page.getByRole('columnheader', { name: 'Amount' }).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('columnheader', { name: 'Expires' })).toContainText('1');
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toContainText('2');
});

test.describe('the same query answered again', () => {
  const edit = (page: Page, detail: object): Promise<void> =>
    page.evaluate((wanted) => {
      window.dispatchEvent(new CustomEvent('edit-list', { detail: wanted }));
    }, detail);
  /** The reference with the focus, and how far from the top of the window it is. */
  const focused = (page: Page): Promise<{ readonly text: string; readonly top: number }> =>
    page.evaluate(() => {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]');
      const text = row?.querySelector('[data-column-id="reference"]')?.textContent ?? '';
      return { text, top: Math.round(row?.getBoundingClientRect().top ?? NaN) };
    });
  const scrollTo = async (page: Page, top: number): Promise<void> => {
    await page.getByRole('grid').evaluate((grid, to) => {
      grid.scrollTop = to;
    }, top);
    await idle(page);
  };

  test('rows that come in above move nothing on screen, and the focus stays on its link', async ({
    openHarness,
  }) => {
    const page = await openHarness('rows=100000&latency=60');
    await scrollTo(page, 3210);
    await page.getByText('PL-0004816').click();
    const before = await focused(page);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = (): void => {
        const row = document.elementFromPoint(120, 300)?.closest('[data-row]');
        seen.push(row?.querySelector('[data-column-id="reference"]')?.textContent ?? '');
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await edit(page, { inserted: 7 });
    await idle(page);
    expect(await focused(page)).toEqual(before);
    expect(await focusedRow(page)).toBe(105 + 7);
    // What stood at a place of the screen stood there in every frame.
    const seen = await page.evaluate(
      // The list made above.
      () => new Set(Reflect.get(window, 'seen') as readonly string[]).size,
    );
    expect(seen).toBe(1);
    await page.keyboard.press('ArrowDown');
    expect((await focused(page)).text).toBe('PL-0004817');
  });

  test('the focus follows a link that moves far away, and the view stays', async ({ openHarness }) => {
    const page = await openHarness('rows=1000');
    await scrollTo(page, 3210);
    await page.getByText('PL-0004816').click();
    await edit(page, { moved: 105 });
    await idle(page);
    expect([(await focused(page)).text, await focusedRow(page)]).toEqual(['PL-0004816', 999]);
    await expect(page.getByText('PL-0004817')).toBeInViewport({ ratio: 1 });
  });

  test('a link that is gone leaves the focus to the row now at its place', async ({ openHarness }) => {
    const page = await openHarness('rows=1000');
    await scrollTo(page, 3210);
    await page.getByText('PL-0004816').click();
    const { top } = await focused(page);
    await edit(page, { moved: 105, isGone: true });
    await idle(page);
    expect(await focused(page)).toEqual({ text: 'PL-0004817', top });
  });

  test('at the very top new rows are seen, and the focus goes with its link', async ({ openHarness }) => {
    const page = await openHarness('rows=1000');
    await enterGrid(page);
    await edit(page, { inserted: 2 });
    await idle(page);
    expect([(await focused(page)).text, await focusedRow(page)]).toEqual(['PL-0004711', 2]);
    await expect(page.getByText('PL-0004709')).toBeInViewport({ ratio: 1 });
  });
});

test('a jump makes no new rows in the view, and after a rest they stand in reading order', async ({
  openHarness,
}) => {
  const page = await openHarness('rows=1000000');
  const grid = await enterGrid(page);
  const rows = (): Promise<readonly { readonly index: number; readonly isKnown: boolean }[]> =>
    grid.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('[data-row]:not([data-row="-1"])')].map((row) => ({
        index: Number(row.dataset['row']),
        isKnown: row.hasAttribute('data-known'),
      })),
    );
  await grid.evaluate((element) => {
    for (const row of element.querySelectorAll('[data-row]')) row.setAttribute('data-known', '');
    element.scrollTop = 500_000;
  });
  await page.waitForTimeout(500);
  const drawn = await rows();
  const order = drawn.map(({ index }) => index);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  // Those around the view are left out while it jumps, and made when it rests.
  expect(drawn.length).toBeGreaterThan(4 * overscanRows);
  expect(drawn.filter(({ isKnown }) => !isKnown).length).toBeLessThanOrEqual(2 * overscanRows);
});
