import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { PaymentLink } from '#domain/payment-link';
import type { AhrvoConnection, ApsConnection } from '#domain/provider';
import { openDatabase } from '../../../main/store/open-database';
import { openStore, type OpenStore } from '../../../main/store/open-store';
import type { StoreDatabase } from '../../../main/store/store-database';

export const testKey = '0f'.repeat(32);

export interface TempStore extends OpenStore {
  readonly file: string;
  /** A second connection to the same file, for what the store does not offer. */
  raw(): StoreDatabase;
  dispose(): void;
}

export function tempFolder(): { readonly folder: string; readonly dispose: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-store-'));
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A store on a real encrypted file, with the connections `shop` and `web`. */
export function tempStore(): TempStore {
  const { folder, dispose } = tempFolder();
  const file = path.join(folder, 'links.db');
  const store = openStore({ file, keyHex: testKey, actor: 'tester' });
  store.methods.saveConnection({ connection: aConnection({ id: 'shop', name: 'Shop' }) });
  store.methods.saveConnection({ connection: aConnection({ id: 'web', name: 'Boutique' }) });
  const others: StoreDatabase[] = [];
  return {
    ...store,
    file,
    raw: () => {
      const { db } = openDatabase({ file, keyHex: testKey });
      others.push(db);
      return db;
    },
    dispose: () => {
      for (const db of others) db.close();
      store.close();
      dispose();
    },
  };
}

export function aConnection(more: Partial<ApsConnection> = {}): ApsConnection {
  return {
    id: 'shop',
    name: 'Shop',
    provider: 'aps',
    environment: 'sandbox',
    merchantIdentifier: 'aBcD1234',
    shaType: 'SHA-256',
    accessCodeTail: 'x7Qa',
    createdAt: 1_700_000_000_000,
    ...more,
  };
}

export function anAhrvoConnection(more: Partial<AhrvoConnection> = {}): AhrvoConnection {
  return {
    id: 'shop',
    name: 'Shop',
    provider: 'ahrvo',
    environment: 'production',
    usernameTail: 'x7Qa',
    apiVersion: '2022-02-01',
    createdAt: 1_700_000_000_000,
    ...more,
  };
}

/** An open link of 12.500 KWD; ids have 18 digits, as those of APS. */
export function aLink(more: Partial<PaymentLink> & { readonly number?: number } = {}): PaymentLink {
  const { number = 1, ...rest } = more;
  return {
    connectionId: 'shop',
    linkId: `2501000000000${String(number).padStart(5, '0')}`,
    reference: `INV-${String(number)}`,
    status: 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 12_500, currency: 'KWD' },
    expiresAt: 1_800_000_000_000,
    checkedAt: 1_750_000_000_000,
    ...rest,
  };
}
