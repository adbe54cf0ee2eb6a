import { editLink, type EditLinkOptions } from '../../jobs/edit-link';
import { addLinks } from '../../links/add-links';
import { createLink, lookUpCreation } from '../../links/create-link';
import { LinkOpener, readLink, type ReadLinksOptions } from '../../links/open-links';
import { refreshByPolicy } from '../../links/refresh-policy';
import { refreshLinks, type RefreshOptions } from '../../links/refresh-links';
import type { RunningTasks } from '../../tasks/running-tasks';
import type { Serve } from '../envelope';

export type LinkHandlers = ReadLinksOptions &
  EditLinkOptions &
  RefreshOptions & {
    readonly tasks: RunningTasks;
    readonly onCreated: () => void;
  };

export function serveLinks(serve: Serve, links: LinkHandlers): void {
  const { store, tasks } = links;
  const opener = new LinkOpener(links);
  serve('links:open', (query) => opener.open(query));
  serve('links:totals', (query) => store.call('queryTotals', query));
  serve('links:range', (range) => store.call('readRange', range));
  serve('links:close', async (query) => {
    await store.call('closeQuery', query);
    return undefined;
  });
  serve('links:sum', (request) => store.call('sumSelection', request));
  serve('links:read', ({ key }) => readLink(key, store));
  // The job runner tells of its change.
  serve('links:edit', (request) => editLink(request, links));
  serve('links:refresh', ({ taskId, selection }) =>
    tasks.run(taskId, (context) => refreshLinks(selection, links, context)),
  );
  serve('links:refresh-policy', ({ taskId, ...request }) =>
    tasks.run(taskId, (context) => refreshByPolicy(request, links, context)),
  );
  serve('links:add', ({ taskId, ...request }) =>
    tasks.run(taskId, (context) => addLinks(request, links, context)),
  );
  const creating = { ...links, onChanged: links.onCreated };
  serve('links:create', (request) => createLink(request, creating));
  serve('links:creations', () => store.call('listCreations', {}));
  serve('links:look-up-creation', ({ creationId }) => lookUpCreation(creationId, creating));
  serve('tasks:cancel', ({ taskId }) => {
    tasks.cancel(taskId);
    return undefined;
  });
}
