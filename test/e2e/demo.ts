// The main job on the practice gateway without anybody watching: leaves files and screenshots in out/demo/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepo } from '../../build/scripts/lib/paths.mjs';
import { startPracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { launchDesk } from './launch';
import {
  addFirstConnection,
  dismissNotices,
  exportAll,
  filterBy,
  importDashboardExport,
  refreshAll,
  setExpiryOfSelected,
} from './support/desk-actions';

/** 1,000 links of which 301 are open in dinars of Kuwait or Bahrain. */
const account = { links: 1000, seed: 85 } as const;

const out = inRepo('out/demo');
const say = (line: string) => {
  console.log(line);
};

async function runDemo(folder: string): Promise<void> {
  const gateway = await startPracticeGateway({ port: 0, ...account });
  const desk = await launchDesk({ userData: path.join(folder, 'profile') });
  const { page } = desk;
  const shoot = (name: string) => page.screenshot({ path: path.join(out, name) });
  try {
    await page.setViewportSize({ width: 1360, height: 860 });
    const { apsUrl, credentials } = gateway;
    await addFirstConnection(page, { name: 'Kuwait shop', endpoint: apsUrl, credentials });
    say('connected to the practice gateway; the secrets are in the keychain');

    const file = path.join(folder, 'dashboard.csv');
    writeFileSync(file, gateway.exportCsv({ zone: 'Asia/Kuwait', withDetails: true }));
    await importDashboardExport(desk, file);
    say(`imported ${String(account.links)} links`);

    await refreshAll(page, account.links);
    const { checks } = gateway.requests();
    say(`checked ${String(checks)} links at the provider`);

    await filterBy(page, 'Status', ['Open']);
    await filterBy(page, 'Currency', ['KWD', 'BHD']);
    await page.getByText('301 of 1,000').first().waitFor();
    await dismissNotices(page);
    await shoot('table.png');

    await page.getByRole('row').nth(1).dblclick();
    const panel = page.getByRole('complementary').filter({ has: page.getByText('What is known') });
    await panel.getByRole('textbox', { name: 'Amount' }).fill('1,234.560');
    const change = panel.getByRole('button', { name: 'Change the amount' });
    await change.hover();
    await shoot('editor.png');
    await change.click();
    await panel.getByText(/78000/).waitFor();
    await page.keyboard.press('Escape');
    say('changed one amount and read it back');

    await page.getByRole('checkbox', { name: 'Select all matching rows' }).check({ force: true });
    await page.getByRole('checkbox', { name: /^Select row 2\b/ }).uncheck({ force: true });
    await setExpiryOfSelected(page, {
      days: 30,
      count: 300,
      atPlan: async () => {
        await shoot('bulk.png');
      },
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    say('extended 300 links by 30 days');

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await exportAll(desk, 'CSV', path.join(out, 'links.csv'));
    await exportAll(desk, 'XML', path.join(out, 'links.xml'));
    say('exported CSV and XML');

    const { checks: allChecks, updates } = gateway.requests();
    const summary = {
      runtime: desk.runtime,
      imported: account.links,
      edited: 1,
      extended: 300,
      provider: { checks: allChecks, updates },
      problems: desk.problems(),
    };
    writeFileSync(path.join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    if (summary.problems.length > 0) throw new Error(`The page complained: ${summary.problems.join('; ')}`);
  } finally {
    await desk.close().catch(() => undefined);
    await gateway.stop();
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'desk-demo-'));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
try {
  await runDemo(folder);
  say(
    `see ${path.relative(process.cwd(), out)}: links.csv links.xml table.png editor.png bulk.png summary.json`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
