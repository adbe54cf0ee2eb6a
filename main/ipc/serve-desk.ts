import type { Desk } from '../desk';
import type { Serve } from './envelope';
import { serveApp } from './handlers/app';
import { serveAudit } from './handlers/audit';
import { serveConnections } from './handlers/connections';
import { serveExport } from './handlers/export';
import type { Dialogs, FileHandlers } from './handlers/file-handlers';
import { serveImport } from './handlers/import';
import { serveJobs } from './handlers/jobs';
import { serveLinks } from './handlers/links';
import { serveSync } from './handlers/sync';

/** What handlers need of the window system. */
export interface Surface {
  readonly dialogs: Dialogs;
  readonly copyText: (text: string) => void;
  readonly reveal: (file: string) => void;
}

/** Binds every channel of the contract to its use case. */
export function serveDesk(serve: Serve, desk: Desk, { dialogs, copyText, reveal }: Surface): void {
  const { store, workspace, settings, connections, demo, tasks, linksChanged, now, newId } = desk;
  serveApp(serve, { status: () => workspace.status(), retryStart: desk.start, copyText, settings });
  serveConnections(serve, connections, {
    explore: async () => {
      const connection = await demo.explore();
      linksChanged('import');
      return connection;
    },
    onChanged: () => {
      linksChanged('connection');
    },
    reach: desk.reach,
  });
  const onChanged = () => {
    linksChanged('check');
  };
  const onCreated = () => {
    linksChanged('edit');
  };
  serveLinks(serve, { ...desk, onChanged, onCreated });
  serveSync(serve, desk);
  const onImported = () => {
    linksChanged('import');
  };
  const written = new Map<string, string>();
  const { version } = workspace.status();
  const files: FileHandlers = { store, tasks, dialogs, reveal, written, onImported, version, now, newId };
  serveImport(serve, { ...files, settings });
  serveExport(serve, files);
  serveJobs(serve, { ...files, ...desk });
  serveAudit(serve, { ...files, settings });
}
