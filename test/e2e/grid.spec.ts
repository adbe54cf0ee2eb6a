import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import {
  contentOffset,
  enterGrid,
  focusedColumn,
  focusedRow,
  focusIsInSight,
  idle,
} from './grid-harness/grid-page';
import { test } from './grid-harness/harness-test';

const lastRow = 999_999;

for (const deviceScaleFactor of [1, 1.5, 2]) {
  test.describe(`a million rows at a device pixel ratio of ${deviceScaleFactor}`, () => {
    test('the keyboard reaches every corner and moves by exact rows', async ({ openHarness }) => {
      const page = await openHarness('rows=1000000', { deviceScaleFactor });
      await enterGrid(page);
      await page.keyboard.press('Control+End');
      await expect(page.getByText('PL-1004710')).toBeVisible();
      expect([await focusedRow(page), await focusIsInSight(page)]).toEqual([lastRow, true]);
      await page.keyboard.press('ArrowUp');
      expect(await focusedRow(page)).toBe(lastRow - 1);
      await idle(page);
      expect([await focusedRow(page), await focusIsInSight(page)]).toEqual([lastRow - 1, true]);
      await page.keyboard.press('Control+Home');
      expect([await focusedRow(page), await focusedColumn(page)]).toEqual([0, 1]);
      for (let step = 0; step < 100; step += 1) await page.keyboard.press('ArrowDown');
      expect([await focusedRow(page), await focusIsInSight(page)]).toEqual([100, true]);
      await page.keyboard.press('PageDown');
      const afterPage = await focusedRow(page);
      expect(afterPage).toBeGreaterThan(120);
      expect(await focusIsInSight(page)).toBe(true);
      await page.keyboard.press('PageUp');
      expect(await focusedRow(page)).toBe(100);
    });

    test('sixty wheel notches in the middle move exactly 6,000 pixels, and resting moves nothing', async ({
      openHarness,
    }) => {
      const page = await openHarness('rows=1000000', { deviceScaleFactor });
      await enterGrid(page);
      await page.getByRole('grid').evaluate((grid) => {
        grid.scrollTop = grid.scrollHeight / 2;
      });
      await idle(page);
      await page.mouse.move(700, 450);
      const before = await contentOffset(page);
      expect(before).toBeGreaterThan(10_000_000);
      for (let notch = 0; notch < 60; notch += 1) await page.mouse.wheel(0, 100);
      await expect.poll(() => contentOffset(page)).toBeCloseTo(before + 6000, 1);
      await idle(page);
      expect(await contentOffset(page)).toBeCloseTo(before + 6000, 1);
    });

    test('the end of the scroll bar is the last row', async ({ openHarness }) => {
      const page = await openHarness('rows=1000000', { deviceScaleFactor });
      const grid = await enterGrid(page);
      await grid.evaluate((element) => {
        element.scrollTop = element.scrollHeight;
      });
      await expect(page.getByText('PL-1004710')).toBeInViewport({ ratio: 1 });
      await idle(page);
      await expect(page.getByText('PL-1004710')).toBeInViewport({ ratio: 1 });
    });

    test('a thousand pixels up from the end and back is the same place', async ({ openHarness }) => {
      const page = await openHarness('rows=1000000', { deviceScaleFactor });
      await enterGrid(page);
      await page.keyboard.press('Control+End');
      await idle(page);
      await page.mouse.move(700, 450);
      const end = await contentOffset(page);
      await page.mouse.wheel(0, -1000);
      await expect.poll(() => contentOffset(page)).toBeCloseTo(end - 1000, 1);
      await idle(page);
      await page.mouse.wheel(0, 1000);
      await expect.poll(() => contentOffset(page)).toBeCloseTo(end, 1);
      await expect(page.getByText('PL-1004710')).toBeVisible();
    });
  });
}

test('the focus survives scrolling its row far out of sight', async ({ openHarness }) => {
  const page = await openHarness('rows=1000000');
  await enterGrid(page);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('grid').evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight / 2;
  });
  await idle(page);
  expect(await focusedRow(page)).toBe(1);
  await page.keyboard.press('ArrowDown');
  expect([await focusedRow(page), await focusIsInSight(page)]).toEqual([2, true]);
});

test('Home and End go to the first and last cell of the row, Tab leaves the grid', async ({
  openHarness,
}) => {
  const page = await openHarness('rows=1000');
  const grid = await enterGrid(page);
  await page.keyboard.press('End');
  expect([await focusedRow(page), await focusedColumn(page)]).toEqual([0, 7]);
  await page.keyboard.press('Home');
  expect([await focusedRow(page), await focusedColumn(page)]).toEqual([0, 1]);
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect([await focusedRow(page), await focusedColumn(page)]).toEqual([0, 1]);
});

test('rows are selected by Space, extended with Shift, and all at once', async ({ openHarness }) => {
  const page = await openHarness('rows=1000000');
  const grid = await enterGrid(page);
  const selected = page.getByTestId('selected');
  await page.keyboard.press('Space');
  await expect(selected).toHaveText('1');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected).toHaveText('3');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected).toHaveText('2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(selected).toHaveText('3');
  await page.keyboard.press('Control+a');
  await expect(selected).toHaveText('1000000');
  await page.keyboard.press('Space');
  await expect(selected).toHaveText('999999');
  await expect(grid.getByRole('checkbox', { name: 'Select all matching rows' })).toHaveAttribute(
    'aria-checked',
    'mixed',
  );
  await grid.getByRole('checkbox', { name: 'Select all matching rows' }).click();
  await grid.getByRole('checkbox', { name: 'Select all matching rows' }).click();
  await expect(selected).toHaveText('0');
  await grid.getByRole('checkbox', { name: 'Select row 3', exact: true }).click();
  await grid.getByRole('checkbox', { name: 'Select row 7', exact: true }).click({ modifiers: ['Shift'] });
  await expect(selected).toHaveText('5');
  await expect(grid.locator('[aria-rowindex="4"]')).toHaveAttribute('aria-selected', 'true');
});

test('Enter opens the row, the header sorts and resizes by keyboard', async ({ openHarness }) => {
  const page = await openHarness('rows=1000');
  const grid = await enterGrid(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('opened')).toHaveText('1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const header = grid.getByRole('columnheader', { name: 'Customer' });
  await expect(header).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const width = (): Promise<number> => header.evaluate((element) => element.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press('Shift+ArrowRight');
  expect(await width()).toBe(before + 16);
});

test('a drag on a header edge resizes the column and a double-click fits it', async ({ openHarness }) => {
  const page = await openHarness('rows=1000');
  const header = page.getByRole('columnheader', { name: 'Status' });
  const box = await header.boundingBox();
  if (box === null) throw new Error('The header is not drawn.');
  await page.mouse.move(box.x + box.width, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 50, box.y + 12, { steps: 5 });
  await page.mouse.up();
  expect((await header.boundingBox())?.width).toBe(box.width + 50);
  await expect(header).toHaveAttribute('aria-sort', 'none');
  await page.mouse.dblclick(box.x + box.width + 50, box.y + 12);
  const fitted = (await header.boundingBox())?.width ?? 0;
  expect(fitted).toBeLessThan(box.width);
});

test('in Arabic the grid is mirrored: the left arrow goes to the next column', async ({ openHarness }) => {
  const page = await openHarness('rows=1000000&lang=ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await enterGrid(page);
  const before = await focusedColumn(page);
  await page.keyboard.press('ArrowLeft');
  expect(await focusedColumn(page)).toBe(before + 1);
  const reference = await page.getByRole('columnheader', { name: 'المرجع' }).boundingBox();
  const customer = await page.getByRole('columnheader', { name: 'العميل' }).boundingBox();
  expect(reference?.x).toBeGreaterThan(customer?.x ?? NaN);
  await page.keyboard.press('Control+End');
  await expect(page.getByText('PL-1004710')).toBeVisible();
  expect(await focusedRow(page)).toBe(lastRow);
});

test('a copied row is tab-separated text with a header', async ({ openHarness }) => {
  const page = await openHarness('rows=10');
  await enterGrid(page);
  const text = await page.evaluate(() => {
    const event = new ClipboardEvent('copy', {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    document.activeElement?.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain');
  });
  expect(text?.split('\r\n').map((line) => line.split('\t')[0])).toEqual(['Reference', 'PL-0004711']);
});

test('Page keys, F2 and Ctrl+A do what the grid pattern says', async ({ openHarness }) => {
  const page = await openHarness('rows=1000');
  await enterGrid(page);
  await page.keyboard.press('Shift+PageDown');
  const reached = await focusedRow(page);
  await expect(page.getByTestId('selected')).toHaveText(String(reached + 1));
  await page.keyboard.press('F2');
  await expect(page.getByTestId('opened')).toHaveText(String(reached));
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('selected')).toHaveText('1000');
});

for (const query of [
  'view=workbench',
  'view=workbench&lang=ar&theme=dark',
  'view=parts',
  'view=parts&theme=dark',
  'view=parts&dialog',
]) {
  test(`axe finds nothing serious in ${query}`, async ({ openHarness }) => {
    const page = await openHarness(query);
    await page.waitForTimeout(400);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 160)) })),
    ).toEqual([]);
  });
}
