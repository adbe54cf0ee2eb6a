import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { checkScreen, type ScreenCheck } from './support/check-screen';
import { nextOpenedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { screenWords, type ScreenLanguage } from './support/screen-words';

const locales = { en: 'en-US', ar: 'ar-KW' } as const satisfies Record<ScreenLanguage, string>;

/** Names of connections and currencies stand in labels. */
const data = /\(|APS|Ahrvo|[A-Z]{3}/u;

/** The part of the window a person is in front of. */
const dialogOf = (page: Page) => page.getByRole('dialog');

const cellWith = (page: Page, text: string) =>
  page.getByRole('gridcell', { name: text, exact: true }).first();

for (const language of ['en', 'ar'] as const) {
  test(`every screen holds in both themes: ${language}`, async ({ startDesk, gateway, folder }) => {
    // Every state is looked at in two sizes and two themes.
    test.setTimeout(300_000);
    const words = screenWords[language];
    const desk = await startDesk({ locale: locales[language] });
    const { page } = desk;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const look = (state: string, more: Pick<ScreenCheck, 'names' | 'part'> = {}) =>
      checkScreen(page, { language, state, ...more });
    const panel = { part: 'aside' };
    const escape = async () => {
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toBeHidden();
    };
    await page.emulateMedia({ reducedMotion: 'reduce' });

    await test.step('welcome and the connection form', async () => {
      await button(words.app.welcome.exploreAction).waitFor();
      await look('welcome');
      await button(words.app.welcome.addAction).click();
      await dialogOf(page).waitFor();
      await look('connection form');
      await button(words.connections.form.save).click();
      await expect(page.getByText(words.connections.problem.required).first()).toBeVisible();
      await look('connection form refused');
      await dialogOf(page).getByRole('radio').nth(1).check({ force: true });
      await dialogOf(page).getByText(words.connections.form.advanced).click();
      await look('connection form of Ahrvo');
      await escape();
    });

    await test.step('table, filter and selection', async () => {
      await button(words.app.welcome.exploreAction).click();
      await expect(page.getByRole('row').nth(5)).toContainText(/\d/);
      await look('table');
      await button(words.links.filters.statuses).click();
      await dialogOf(page).waitFor();
      await look('filter');
      await escape();
      await page.getByRole('gridcell').first().click();
      await page.getByRole('gridcell').nth(3).focus();
      await page.keyboard.press('Control+a');
      await expect(button(words.links.bulk.setExpiry)).toBeVisible();
      await look('selection', { part: '[data-selected]' });
    });

    await test.step('the menus of the toolbar, links added by id and a new link', async () => {
      await button(words.links.bulk.clear).click();
      for (const name of [words.links.refreshBy.label, words.sync.more, words.links.add.label]) {
        await button(name).click();
        await page.getByRole('menu').waitFor();
        await look(
          `menu ${name === words.links.add.label ? 'add' : name === words.sync.more ? 'sync' : 'refresh'}`,
          {
            part: '[role="menu"]',
          },
        );
        if (name !== words.links.add.label) await page.keyboard.press('Escape');
      }
      await page.getByRole('menuitem', { name: words.links.add.byId }).click();
      await dialogOf(page).getByRole('textbox').fill('WEB-100000, UNKNOWN-1 WEB-100000');
      await look('add links', { names: data });
      await dialogOf(page).getByRole('button').last().click();
      await expect(dialogOf(page).getByText(words.adding.add.done)).toBeVisible();
      await look('add links result', { names: data });
      await escape();

      await button(words.links.add.label).click();
      await page.getByRole('menuitem', { name: words.links.add.create }).click();
      await button(words.adding.create.send).click();
      await expect(dialogOf(page).getByText(words.adding.problem.required).first()).toBeVisible();
      await look('create link refused', { names: data });
      await dialogOf(page).getByRole('radio').nth(1).check({ force: true });
      await dialogOf(page).getByRole('textbox', { name: words.adding.field.reference }).fill('INV 2026/7');
      await dialogOf(page).getByRole('textbox', { name: words.adding.field.amount }).fill('12.5');
      await look('create link', { names: data });
      await button(words.adding.create.send).click();
      await expect(dialogOf(page).getByText(words.adding.create.made)).toBeVisible();
      await look('create link made', { names: data });
      await escape();
    });

    await test.step('bulk expiry', async () => {
      await page.keyboard.press('Control+a');
      await button(words.links.bulk.setExpiry).click();
      await dialogOf(page).waitFor();
      await look('bulk choose');
      await button(words.bulk.preview).click();
      await expect(dialogOf(page).getByText(words.bulk.plan.nothingSent)).toBeVisible();
      await look('bulk plan');
      await escape();
      await button(words.links.bulk.clear).click();
    });

    await test.step('the editor of an open link and of a paid one', async () => {
      await cellWith(page, words.status.open).dblclick();
      await expect(page.getByText(words.links.panel.facts)).toBeVisible();
      await look('editor open', panel);
      await page.getByRole('complementary').getByRole('textbox', { name: words.links.form.amount }).fill('x');
      await look('editor refused', panel);
      await button(words.links.form.revert).click();
      await cellWith(page, words.status.paid).dblclick();
      await expect(page.getByText(words.links.reasons.paid).first()).toBeVisible();
      await look('editor paid', panel);
      await page.keyboard.press('Escape');
    });

    await test.step('a link of the other provider, and what is asked for twice', async () => {
      await page.getByRole('navigation').getByRole('button', { name: 'Ahrvo' }).click();
      await expect(cellWith(page, words.status.open)).toBeVisible();
      await cellWith(page, words.status.open).dblclick();
      const tags = page.getByRole('complementary').getByRole('textbox', { name: words.links.form.tags });
      await tags.fill('branch: Salmiya\nteam');
      await look('editor of Ahrvo', panel);
      await button(words.links.form.revert).click();
      await page.keyboard.press('Escape');
      await page.getByRole('combobox').fill('status:expired');
      await page.keyboard.press('Enter');
      await expect(cellWith(page, words.status.open)).toBeHidden();
      await cellWith(page, words.status.expired).dblclick();
      await expect(page.getByText(words.links.reasons['expired-final']).first()).toBeVisible();
      await look('editor of Ahrvo expired', panel);
      await page.keyboard.press('Escape');
      await page.getByRole('gridcell').first().click();
      await page.keyboard.press('x');
      await dialogOf(page).waitFor();
      await look('bulk choose of Ahrvo');
      await escape();
      await button(words.links.filters.clear).click();
      await page.keyboard.press('Escape');
    });

    await test.step('the other dialogs', async () => {
      await page.keyboard.press('Control+,');
      await dialogOf(page).waitFor();
      await look('settings');
      await escape();
      await page.keyboard.press('?');
      await dialogOf(page).waitFor();
      await look('shortcuts');
      await escape();
      await page.keyboard.press('Control+k');
      await dialogOf(page).waitFor();
      await look('palette', { names: data });
      await escape();
      await page.keyboard.press('Control+e');
      await dialogOf(page).waitFor();
      await look('export');
      for (const format of ['csv', 'xml', 'pdf'] as const) {
        await page
          .getByRole('radio', { name: new RegExp(`^${words.export.format[format]}`) })
          .check({ force: true });
        await look(`export ${format}`);
      }
      await button(words.export.preset.saveAs).click();
      await page.getByRole('textbox', { name: words.export.preset.name }).waitFor();
      await look('export preset name');
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toBeVisible();
      await escape();
      await button(words.app.manageConnections).click();
      await page.getByRole('heading', { name: words.connections.heading, level: 1 }).waitFor();
      await look('connections', { names: data });
      await page.getByRole('button', { name: words.connections.describe.action }).last().click();
      await dialogOf(page).waitFor();
      await look('connection name and colour', { names: data });
      await escape();
      await button(words.app.allLinks).click();
    });

    await test.step('import mapping', async () => {
      const file = path.join(folder, 'dashboard.csv');
      const { exportCsv } = await gateway({ links: 40 });
      writeFileSync(file, exportCsv({ zone: 'Asia/Kuwait', withDetails: true }));
      await nextOpenedFile(desk, file);
      await button(words.links.add.label).click();
      await page.getByRole('menuitem', { name: words.links.import }).click();
      await look('import start');
      await button(words.import.start.choose).click();
      await expect(dialogOf(page).getByText(words.import.map.heading).first()).toBeVisible();
      // The columns of the file keep their own names.
      await look('import mapping', { names: /./u });
      await dialogOf(page).getByRole('tab').nth(1).click();
      await look('import first rows', { names: /./u });
      await escape();
    });

    await test.step('an import with questions', async () => {
      const file = path.join(folder, 'open.csv');
      const rows = ['Id;Amount;Currency;Status;Created', '700000000000001001;12500;KWD;Open;03/04/2026'];
      writeFileSync(file, rows.join('\r\n'));
      await nextOpenedFile(desk, file);
      await button(words.links.add.label).click();
      await page.getByRole('menuitem', { name: words.links.import }).click();
      await button(words.import.start.choose).click();
      await expect(dialogOf(page).getByText(words.import.question.heading)).toBeVisible();
      await button(words.import.run).click();
      await look('import questions', { names: /./u });
      await dialogOf(page).getByRole('radio').nth(0).check({ force: true });
      await dialogOf(page).getByRole('radio').nth(3).check({ force: true });
      // With two connections nobody assumes which one is meant.
      await dialogOf(page).getByRole('button', { name: words.import.connection.label }).click();
      await page.getByRole('option').first().click();
      await button(words.import.run).click();
      await expect(dialogOf(page).getByText(words.import.done.allGood)).toBeVisible();
      await look('import result', { names: /./u });
      await escape();
    });
  });
}

/** The row and column of the cell that has the focus; the header is row -1. */
const focusedCell = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const cell = at?.closest<HTMLElement>('[data-column]') ?? at?.querySelector<HTMLElement>('[data-column]');
    const row = at?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return [Number(row ?? NaN), Number(cell?.dataset['column'] ?? NaN)];
  });

/** Tabs on until a part has the focus; fails when the whole window was passed without it. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard never got there');
}

test('the columns are as they were left after a restart', async ({ startDesk }) => {
  const first = await startDesk();
  const widthOf = (page: Page) =>
    page
      .getByRole('columnheader', { name: screenWords.en.links.column.reference })
      .evaluate((header) => header.getBoundingClientRect().width);
  await first.page.getByRole('button', { name: screenWords.en.app.welcome.exploreAction }).click();
  await expect(first.page.getByRole('row').nth(5)).toContainText(/\d/);
  const usual = await widthOf(first.page);
  await first.page.getByRole('gridcell').nth(1).click();
  for (const key of ['Control+Home', 'ArrowUp', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
    await first.page.keyboard.press(key);
  }
  const left = await widthOf(first.page);
  expect(left).toBeGreaterThan(usual);
  // Longer than the pause after which a layout is kept.
  await first.page.waitForTimeout(600);
  await first.close();

  const again = await startDesk();
  await expect(again.page.getByRole('row').nth(5)).toContainText(/\d/);
  await expect.poll(() => widthOf(again.page)).toBe(left);
});

test('everything is reached without a mouse', async ({ startDesk }) => {
  const { page } = await startDesk();
  const { app, bulk, export: exporting, links } = screenWords.en;
  const press = (key: string) => page.keyboard.press(key);
  const dialog = (name: string) => page.getByRole('dialog', { name });

  const explore = page.getByRole('button', { name: app.welcome.exploreAction });
  await explore.waitFor();
  await tabTo(page, () => explore.evaluate((element) => element === document.activeElement));
  await press('Enter');
  await expect(page.getByRole('row').nth(5)).toContainText(/\d/);
  await tabTo(page, () =>
    page.evaluate(() => document.activeElement?.closest('[role="grid"] [data-row]') !== null),
  );

  // Arrows move, Space selects one row, Ctrl+A all that match, Esc none.
  await press('Control+Home');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowRight');
  await press('ArrowRight');
  const here = await focusedCell(page);
  expect(here[0]).toBeGreaterThan(0);
  await press('Space');
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible();
  await press('Control+a');
  await expect(page.getByText(/^All [\d,]{5} matching selected$/)).toBeVisible();

  // The dialogs open by a key, and Esc gives the keyboard back to the same cell.
  for (const [key, name] of [
    ['x', bulk.title],
    ['?', app.shortcuts],
    ['Control+k', app.palette.title],
    ['Control+e', exporting.title],
  ] as const) {
    await press(key);
    await expect(dialog(name)).toBeVisible();
    await press('Escape');
    await expect(dialog(name)).toBeHidden();
    await expect.poll(() => focusedCell(page)).toEqual(here);
  }
  await press('Escape');
  await expect(page.getByText(/^All [\d,]{5} matching selected$/)).toBeHidden();

  // Enter opens the link, the arrows walk on with the panel open, Esc returns.
  await press('Enter');
  await expect(page.getByText(links.panel.facts)).toBeVisible();
  await press('Escape');
  await expect(page.getByText(links.panel.facts)).toBeHidden();
  await expect.poll(() => focusedCell(page)).toEqual(here);
});
