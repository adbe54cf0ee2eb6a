import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { BulkVerb } from '#domain/bulk-job';
import type { LinkPatch } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import type { GatewayLink } from '../../../main/practice-gateway/gateway-link';
import type { PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import type { Desk } from '../launch';
import { ask } from './bridge';
import { nextOpenedFile } from './desk-actions';

const day = 86_400_000;
const zone = 'Asia/Kuwait';

/** What a walk through the queue's screens is staged on: a desk with the gateway's links, a day old, and both sides' books. */
export interface Stage {
  readonly desk: Desk;
  readonly page: Page;
  readonly gateway: PracticeGateway;
  readonly shop: string;
  /** Open links that stay open for the test's time, as the gateway has them and as the desk does. */
  readonly open: readonly { readonly theirs: GatewayLink; readonly ours: LinkRow }[];
}

/** Connects and imports over the bridge: no screen of these is what is looked at here. */
export async function setStage(
  desk: Desk,
  { gateway, folder, shop }: { gateway: PracticeGateway; folder: string; shop: string },
): Promise<Stage> {
  const { page } = desk;
  const { merchantIdentifier, accessCode, requestPhrase, responsePhrase, shaType } = gateway.credentials;
  await ask(page, 'settings:write', { zone });
  const connection = await ask(page, 'connections:add', {
    ...{ name: shop, provider: 'aps', environment: 'custom', endpoint: gateway.apsUrl },
    ...{ merchantIdentifier, accessCode, requestPhrase, responsePhrase, shaType },
  });
  const file = path.join(folder, 'dashboard.csv');
  writeFileSync(file, gateway.exportCsv({ zone, withDetails: true }));
  const yesterday = new Date(Date.now() - day);
  utimesSync(file, yesterday, yesterday);
  await nextOpenedFile(desk, file);
  const chosen = await ask(page, 'import:choose', {});
  if (chosen === null) throw new Error('no file was chosen');
  const { guessed: map, reading } = chosen;
  const spec = { connectionId: connection.id, map, zone, exportedAt: yesterday.getTime(), reading };
  await ask(page, 'import:run', { importId: chosen.importId, spec });
  await page.reload();
  await page.getByRole('row').nth(5).waitFor();
  return { desk, page, gateway, shop, open: await openLinks(page, gateway) };
}

async function openLinks(page: Page, gateway: PracticeGateway): Promise<Stage['open']> {
  const { handle, total } = await ask(page, 'links:open', {
    filter: { statuses: ['open'] },
    sort: [{ by: 'reference', direction: 'ascending' }],
  });
  const rows = await ask(page, 'links:range', { handle, start: 0, end: total });
  await ask(page, 'links:close', { handle });
  return rows.flatMap((ours) => {
    const theirs = gateway.link(ours.linkId);
    return theirs !== undefined && theirs.expiresAt > Date.now() + day ? [{ theirs, ours }] : [];
  });
}

/** Plans and starts a job as the bulk dialog would, and answers its id. */
export async function startJob(page: Page, keys: readonly number[], change: BulkVerb): Promise<string> {
  const plan = await ask(page, 'jobs:plan', {
    taskId: 'staged',
    selection: { mode: 'only', keys },
    change,
  });
  await ask(page, 'jobs:start', { planId: plan.planId });
  return plan.planId;
}

/** A bulk change by days in the stage's zone. */
export const laterBy = (days: number): BulkVerb => ({
  verb: 'set-expiry',
  expiry: { kind: 'plus-days', days, zone },
});

/** Sends an edit of one link as its editor would; while the provider is away it stays in the queue. */
export const editLink = (page: Page, key: number, patch: LinkPatch) =>
  ask(page, 'links:edit', { key, patch });
