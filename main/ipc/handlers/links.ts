import { editLink, type EditLinkOptions } from '../../jobs/edit-link';
import { openLinks, readLink, type ReadLinksOptions } from '../../links/open-links';
import { refreshLinks, type RefreshOptions } from '../../links/refresh-links';
import type { RunningTasks } from '../../tasks/running-tasks';
import type { Serve } from '../envelope';

export type LinkHandlers = ReadLinksOptions &
  EditLinkOptions &
  Omit<RefreshOptions, 'onChanged'> & {
    readonly tasks: RunningTasks;
    readonly onChanged: (reason: 'check' | 'edit') => void;
  };

export function serveLinks(serve: Serve, links: LinkHandlers): void {
  const { store, tasks, onChanged } = links;
  serve('links:open', (query) => openLinks(query, links));
  serve('links:range', (range) => store.call('readRange', range));
  serve('links:close', async (query) => {
    await store.call('closeQuery', query);
    return undefined;
  });
  serve('links:sum', (request) => store.call('sumSelection', request));
  serve('links:read', ({ key }) => readLink(key, store));
  serve('links:edit', async (request) => {
    const answer = await editLink(request, links);
    onChanged('edit');
    return answer;
  });
  serve('links:refresh', ({ taskId, selection }) =>
    tasks.run(taskId, (context) =>
      refreshLinks(
        selection,
        {
          ...links,
          onChanged: () => {
            onChanged('check');
          },
        },
        context,
      ),
    ),
  );
  serve('tasks:cancel', ({ taskId }) => {
    tasks.cancel(taskId);
    return undefined;
  });
}
