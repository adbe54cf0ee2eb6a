import type { UnsettledCreation } from '#contract/links';
import { AppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { LinkRow } from '#domain/payment-link';

import type { AuditLog } from './audit-log';
import type { CreationStoreApi } from './creation-api';
import type { StoreDatabase } from './store-database';
import { sqlCode } from './store-failure';
import { parseStoredJson, storedDraft } from './stored-json';
import type { LinkWriter } from './upsert-links';

interface CreationParts {
  readonly links: LinkWriter;
  readonly audit: AuditLog;
  readonly readRows: (keys: readonly number[]) => readonly LinkRow[];
}

interface StoredCreation {
  readonly id: string;
  readonly connection_id: string;
  readonly draft: string;
  readonly state: UnsettledCreation['state'];
  readonly at: Instant;
}

const toCreation = ({ id, connection_id, draft, state, at }: StoredCreation): UnsettledCreation => ({
  id,
  connectionId: connection_id,
  draft: parseStoredJson(storedDraft, draft),
  state,
  at,
});

/** Each step is one transaction with its audit entry; what is settled is in the log alone. */
export function createCreationMethods(
  db: StoreDatabase,
  { links, audit, readRows }: CreationParts,
): CreationStoreApi {
  const { list, find, setState, drop, keyOf, forget } = prepareStatements(db);
  const add = createAddition(db, audit);
  const settle = db.transaction(
    ({ id, end, at, provider }: Parameters<CreationStoreApi['settleCreation']>[0]): LinkRow | null => {
      const row = find.get(id);
      if (row === undefined) throw new AppError('link/not-found');
      const { connection_id: connectionId } = row;
      if (end.kind === 'unknown') setState.run('unknown', id);
      else drop.run(id);
      if (end.kind === 'created') links.upsert([{ ...end.link, connectionId }], 'edit');
      const told =
        end.kind === 'created'
          ? { linkId: end.link.linkId }
          : 'errorCode' in end
            ? { errorCode: end.errorCode }
            : {};
      audit.append({
        at,
        event: `creation-${end.kind}`,
        subject: connectionId,
        detail: { creationId: id, reference: toCreation(row).draft.reference, provider, ...told },
      });
      const key = end.kind === 'created' ? keyOf.get(end.link.linkId, connectionId) : undefined;
      return key === undefined ? null : (readRows([key])[0] ?? null);
    },
  );
  return {
    addCreation: (input) => add(input),
    listCreations: () => list.all().map(toCreation),
    settleCreation: (input) => settle(input),
    forgetSending: () => void forget.run(),
  };
}

function createAddition(db: StoreDatabase, audit: AuditLog): CreationStoreApi['addCreation'] {
  const insert = db.prepare<[string, string, string, Instant]>(
    "INSERT INTO creation (id, connection_id, draft, state, at) VALUES (?, ?, ?, 'sending', ?)",
  );
  return db.transaction(({ id, connectionId, draft, at }: Parameters<CreationStoreApi['addCreation']>[0]) => {
    try {
      insert.run(id, connectionId, JSON.stringify(draft), at);
    } catch (thrown) {
      if (sqlCode(thrown) !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw thrown;
      throw new AppError('connection/not-found', {}, thrown);
    }
    audit.append({ at, event: 'creation-sent', subject: connectionId, detail: { creationId: id, draft } });
  });
}

function prepareStatements(db: StoreDatabase) {
  return {
    list: db.prepare<[], StoredCreation>('SELECT * FROM creation ORDER BY at, id'),
    find: db.prepare<[string], StoredCreation>('SELECT * FROM creation WHERE id = ?'),
    setState: db.prepare<[UnsettledCreation['state'], string]>('UPDATE creation SET state = ? WHERE id = ?'),
    drop: db.prepare<[string]>('DELETE FROM creation WHERE id = ?'),
    keyOf: db
      .prepare<[string, string], number>('SELECT key FROM link WHERE link_id = ? AND connection_id = ?')
      .pluck(),
    forget: db.prepare("UPDATE creation SET state = 'unknown' WHERE state = 'sending'"),
  };
}
