import type { Page } from '@playwright/test';
import { checkScreen, type ScreenCheck } from './support/check-screen';
import { nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { editLink, laterBy, setStage, startJob, type Stage } from './support/queue-stage';
import { screenWords, type ScreenLanguage } from './support/screen-words';

const locales = { en: 'en-US', ar: 'ar-KW' } as const satisfies Record<ScreenLanguage, string>;
const shops = { en: 'Kuwait shop', ar: 'متجر الكويت' } as const satisfies Record<ScreenLanguage, string>;
const day = 86_400_000;

const dialogOf = (page: Page) => page.getByRole('dialog');
const primaryOf = (page: Page) => dialogOf(page).locator('footer button').last();

/** Presses the words beside an option, as a person does: the input itself is out of sight. */
const choose = (page: Page, name: string) => dialogOf(page).getByText(name, { exact: true }).click();

/** A text of the catalogue that has values in it, as a pattern. */
const like = (text: string): RegExp =>
  new RegExp(
    text
      .split(/\{\{[^}]*\}\}/u)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('.+'),
    'u',
  );

interface Walk extends Stage {
  readonly words: (typeof screenWords)[ScreenLanguage];
  readonly look: (state: string, more?: Pick<ScreenCheck, 'names' | 'part'>) => Promise<void>;
  readonly button: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  readonly escape: () => Promise<void>;
}

/** One test in each language, on a fresh stage. */
function walk(name: string, take: (walk: Walk) => Promise<void>): void {
  for (const language of ['en', 'ar'] as const) {
    test(`${name}: ${language}`, async ({ startDesk, gateway: startGateway, folder }) => {
      const gateway = await startGateway({ links: 60, seed: 3 });
      const desk = await startDesk({ locale: locales[language] });
      const { page } = desk;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const stage = await setStage(desk, { gateway, folder, shop: shops[language] });
      await take({
        ...stage,
        words: screenWords[language],
        look: (state, more = {}) => checkScreen(page, { language, state, ...more }),
        button: (label) => page.getByRole('button', { name: label, exact: true }),
        escape: async () => {
          await page.keyboard.press('Escape');
          await expect(dialogOf(page)).toBeHidden();
        },
      });
    });
  }
}

/** A page by its name in the navigation; a count may stand behind it. */
const goTo = ({ page }: Stage, name: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();

const keysOf = ({ open }: Stage) => open.map(({ ours }) => ours.key);

async function openBulk({ page, words, button }: Walk): Promise<void> {
  await page.getByRole('gridcell').nth(3).click();
  await page.keyboard.press('Control+a');
  await button(words.links.bulk.setExpiry).click();
  await dialogOf(page).waitFor();
}

walk('every choice of a bulk change holds', async (at) => {
  const { page, words, look, button, escape } = at;
  await openBulk(at);
  await choose(page, words.bulk.mode['plus-days']);
  await look('bulk later by days');
  await choose(page, words.bulk.mode['month-end']);
  await choose(page, words.bulk.daysOff.avoid);
  await button(words.bulk.daysOff.change).click();
  await look('bulk month end business days');
  await choose(page, words.bulk.mode['business-day']);
  await look('bulk business day');
  for (const verb of ['close', 'reopen', 'set-amount', 'set-order-text'] as const) {
    await choose(page, words.bulk.verb[verb]);
    // Currencies have their codes in either language.
    await look(`bulk ${verb}`, { names: /^[A-Z]{3}$/u });
  }
  await escape();
});

walk('every tab of a plan holds', async (at) => {
  const { desk, page, gateway, open, words, look, button } = at;
  const tab = (verdict: keyof typeof words.bulk.plan.verdict) =>
    page.getByRole('tab', { name: new RegExp(`^${words.bulk.plan.verdict[verdict]}`, 'u') });
  const [moved] = open;
  if (moved) gateway.setLink({ ...moved.theirs, expiresAt: moved.theirs.expiresAt + day });
  await openBulk(at);
  await choose(page, words.bulk.mode['plus-days']);
  await button(words.bulk.preview).click();
  await look('plan');
  for (const verdict of ['not-allowed', 'no-change'] as const) {
    await tab(verdict).click();
    await look(`plan ${verdict}`);
  }
  await button(words.bulk.check.button).click();
  await expect(tab('changed-since')).toHaveText(/1$/u);
  await tab('changed-since').click();
  await nextSavedFile(desk, '/tmp/plan-2026-11-20.csv');
  await button(words.bulk.save.button).click();
  await button(words.bulk.save.reveal).waitFor();
  await look('plan checked and saved');
});

/** Moves a link, lets a customer pay another, and has the provider refuse a third. */
function prepareTrouble({ gateway, open }: Stage) {
  const [unlucky, moved, paid] = open;
  if (!unlucky || !moved || !paid) throw new Error('too few links');
  gateway.setLink({ ...moved.theirs, expiresAt: moved.theirs.expiresAt + 3 * day });
  gateway.setLink({ ...paid.theirs, status: 'Paid' });
  return { linkIds: [unlucky.theirs.id], command: 'update', reply: 'unknownToUpdate' } as const;
}

walk('a job holds while it runs, waits and ends', async (at) => {
  const { page, gateway, words, look, button, escape } = at;
  await goTo(at, words.jobs.heading);
  await look('jobs empty');
  await page.getByRole('tab', { name: words.jobs.page.conflicts }).click();
  await look('conflicts none', { part: 'main' });
  await goTo(at, words.app.allLinks);

  const refused = prepareTrouble(at);
  await gateway.setFaults({ latency: { ms: 900 }, refused });
  await openBulk(at);
  await choose(page, words.bulk.mode['plus-days']);
  await button(words.bulk.preview).click();
  await primaryOf(page).click();
  await expect(dialogOf(page).getByText(words.jobDetail.counts.left)).toBeVisible();
  await look('job running');
  await gateway.setFaults({ offline: {} });
  await expect(dialogOf(page).getByText(words.jobDetail.progress.waiting)).toBeVisible({ timeout: 20_000 });
  await look('job waiting');
  // It goes on by itself.
  await gateway.setFaults({ refused });
  await expect(primaryOf(page)).toHaveText(words.common.done, { timeout: 20_000 });
  // The notice that the provider is back lies over the dialog, and not over its buttons.
  await look('job finished');

  await escape();
  await gateway.setFaults({ offline: {} });
  await startJob(page, keysOf(at).slice(6, 12), laterBy(2));
  await button(words.connections.reach.tryNow).first().waitFor({ timeout: 20_000 });
  await look('strip waiting', { part: 'main' });
});

walk('a finished job holds, its conflicts and its undo', async (at) => {
  const { page, gateway, words, look, button } = at;
  await gateway.setFaults({ refused: prepareTrouble(at) });
  await startJob(page, keysOf(at), laterBy(7));
  await button(words.jobs.showResult).click({ timeout: 20_000 });
  await page.getByRole('complementary').waitFor();
  await look('job in history', { part: 'main' });
  await page.getByRole('radio', { name: `${words.jobs.state.failed} 1`, exact: true }).click();
  await page.getByRole('grid').last().getByRole('row').nth(1).click();
  await look('job filtered with chosen row', { part: 'aside' });
  await page.getByRole('tab', { name: like(words.jobs.page.conflictsCount) }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await look('conflicts', { part: 'main' });
  await page.getByRole('tab', { name: words.jobs.page.history }).click();
  await button(words.jobDetail.result.undo).click();
  await expect(dialogOf(page).getByText(words.bulk.plan.nothingSent)).toBeVisible();
  await look('undo plan');
  await primaryOf(page).click();
  await expect(primaryOf(page)).toHaveText(words.common.done, { timeout: 20_000 });
  await look('undo finished');
  await primaryOf(page).click();
  await expect(page.getByText(words.jobDetail.result.undoneBy)).toBeVisible();
  await expect(page.getByRole('gridcell', { name: words.jobs.undone, exact: true })).toBeInViewport({
    ratio: 0.9,
  });
  await look('job undone', { part: 'main' });
});

walk('an edit that waits and its conflict hold', async (at) => {
  const { page, gateway, open, words, look, button, escape } = at;
  const [first, second] = open;
  if (!first || !second) throw new Error('too few links');
  await gateway.setFaults({ offline: {} });
  const expiresAt = first.theirs.expiresAt + 5 * day;
  await editLink(page, first.ours.key, { expiresAt, customerName: 'Noor Al-Sabah' });
  await editLink(page, second.ours.key, { expiresAt: second.theirs.expiresAt + day });
  const openEditor = async (reference: string) => {
    await page.getByRole('combobox', { name: words.links.searchLabel }).fill(reference);
    await page.getByRole('gridcell', { name: reference }).first().dblclick();
    await expect(page.getByText(words.links.panel.facts)).toBeVisible();
  };
  await openEditor(second.theirs.reference);
  await expect(page.getByText(words.links.waiting.title)).toBeVisible();
  await look('editor waiting', { part: 'main' });
  gateway.setLink({ ...first.theirs, expiresAt: expiresAt + day, customerName: 'سارة' });
  gateway.setLink({ ...second.theirs, expiresAt: expiresAt + 2 * day });
  await gateway.setFaults({});
  await button(words.connections.reach.tryNow).first().click();
  await expect(page.getByText(words.links.conflict.title)).toBeVisible({ timeout: 20_000 });
  await look('editor conflict', { part: 'aside' });
  await openEditor(first.theirs.reference);
  await expect(page.getByText(words.links.conflict.title)).toBeVisible();
  await look('editor conflict of fields', { part: 'aside' });
  await goTo(at, words.jobs.heading);
  await page.getByRole('tab', { name: like(words.jobs.page.conflictsCount) }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await look('conflicts of fields', { part: 'main' });
  await page.keyboard.press('Control+,');
  await dialogOf(page).waitFor();
  await button(words.common.businessDays.paste).click();
  const days = dialogOf(page).getByRole('textbox', { name: words.common.businessDays.list });
  await days.fill('2027-02-25, 2027-02-26 soon');
  await button(words.common.businessDays.addAll).click();
  await look('settings with business days');
  // A press that disables its own button must not take the keyboard away from the dialog.
  await days.fill('2027-02-27');
  await button(words.common.businessDays.addAll).click();
  await expect(button(words.common.businessDays.addAll)).toBeDisabled();
  await escape();
  await goTo(at, words.app.manageConnections);
  await button(words.connections.replace.action).click();
  await dialogOf(page).waitFor();
  await look('connection secrets');
  await escape();
});

walk('the audit log holds', async (at) => {
  const { page, words, look, button } = at;
  await startJob(page, keysOf(at).slice(0, 6), laterBy(7));
  await expect(button(words.jobs.showResult)).toBeVisible({ timeout: 20_000 });
  await goTo(at, words.app.auditLog);
  await page.getByRole('row').nth(5).waitFor();
  await look('audit', { part: 'main' });
  await button(words.audit.verify.action).click();
  await button(words.audit.verify.copyHead).waitFor();
  await page.getByRole('row').nth(3).dblclick();
  await page.getByRole('complementary').waitFor();
  await look('audit verified with an entry', { part: 'main' });
});
