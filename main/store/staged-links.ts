import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { PaymentLink } from '#domain/payment-link';

import type { UpsertCounts } from './store-api';
import { fromSqlError } from './store-failure';
import type { LinkWriter } from './upsert-links';

export interface StagedLinks {
  stage(links: readonly PaymentLink[]): void;
  commit(): UpsertCounts;
  discard(): void;
}

/**
 * Links of a file that wait for the rest of it: kept aside in memory, then stored in one transaction.
 *
 * The database's own transaction cannot stay open meanwhile, because other calls use the same connection; a temporary file
 * would be plaintext. Packed, a million links take some 60 MB.
 */
export function createStagedLinks(writer: LinkWriter): StagedLinks {
  let batches: Buffer[] = [];
  return {
    stage: (links) => void batches.push(deflateRawSync(JSON.stringify(links), { level: 1 })),
    commit: () => {
      try {
        return writer.upsert(unpack(batches), 'import');
      } catch (thrown) {
        throw fromSqlError(thrown);
      } finally {
        batches = [];
      }
    },
    discard: () => {
      batches = [];
    },
  };
}

function* unpack(batches: readonly Buffer[]): Generator<PaymentLink> {
  for (const batch of batches) {
    // What `stage` packed a moment ago: links are plain JSON values.
    yield* JSON.parse(inflateRawSync(batch).toString()) as PaymentLink[];
  }
}
