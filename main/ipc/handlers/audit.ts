import { tableFormat, type SettingsStore } from '../../settings/read-settings';
import { forwardProgress } from '../../tasks/forward-progress';
import type { Serve } from '../envelope';
import { fileFilters, writeChosen, type FileHandlers } from './file-handlers';

export function serveAudit(serve: Serve, desk: FileHandlers & { readonly settings: SettingsStore }): void {
  const { store, tasks } = desk;
  serve('audit:list', (request) => store.call('readAudit', request));
  serve('audit:verify', ({ taskId }) =>
    tasks.run(taskId, (context) =>
      forwardProgress({ store, event: 'auditProgress' }, context, () =>
        store.call('verifyAudit', {}, { signal: context.signal }),
      ),
    ),
  );
  serve('audit:export', async ({ taskId }) => {
    const format = tableFormat(await desk.settings.read());
    return writeChosen(desk, { taskId, name: 'audit-log', filter: fileFilters.csv }, (target, options) =>
      store.call('exportAudit', { target, format }, options),
    );
  });
}
