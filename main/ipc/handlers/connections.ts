import type { Connection } from '#domain/provider';
import type { Connections } from '../../connections/manage-connections';
import type { Reach } from '../../connections/reach';
import type { Serve } from '../envelope';

/** A test of a connection is over when its provider's own limits are; nobody cancels it. */
const untilTheEnd = () => new AbortController().signal;

export function serveConnections(
  serve: Serve,
  connections: Connections,
  more: {
    readonly explore: () => Promise<Connection>;
    readonly onChanged: () => void;
    readonly reach: Reach;
  },
): void {
  serve('connections:list', () => connections.list());
  serve('connections:add', (draft) => connections.add(draft));
  serve('connections:test', (request) =>
    'draft' in request
      ? connections.testDraft(request.draft, untilTheEnd())
      : connections.testStored(request.connectionId, untilTheEnd()),
  );
  serve('connections:replace-secrets', (replacement) =>
    connections.replaceSecrets(replacement, untilTheEnd()),
  );
  serve('connections:describe', async ({ connectionId, ...words }) => {
    const connection = await connections.describe(connectionId, words);
    more.onChanged();
    return connection;
  });
  serve('connections:remove', async ({ connectionId }) => {
    await connections.remove(connectionId);
    more.onChanged();
    return undefined;
  });
  serve('connections:explore', more.explore);
  serve('connections:reach', () => more.reach.unreachable());
  serve('connections:try-now', () => {
    more.reach.tryNow();
    return undefined;
  });
}
