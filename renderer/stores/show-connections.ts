import type { ColumnsStore } from './columns-store';
import type { ConnectionsStore } from './connections-store';
import type { SettingsStore } from './settings-store';

interface Stores {
  readonly connections: ConnectionsStore;
  readonly columns: ColumnsStore;
  readonly settings: SettingsStore;
}

/**
 * Shows the column of connections once there are two of them, as long as nobody has ever changed a column; the returned function
 * ends that. To be called when the settings are read.
 */
export function showConnections({ connections, columns, settings }: Stores): () => void {
  const show = () => {
    const { layout, setLayout } = columns.getState();
    const hasSeveral = (connections.getState().connections?.length ?? 0) > 1;
    const isUntouched = settings.getState().settings.columns === undefined;
    if (!hasSeveral || !isUntouched || !layout.hidden.includes('connection')) return;
    setLayout({ ...layout, hidden: layout.hidden.filter((id) => id !== 'connection') });
  };
  show();
  return connections.subscribe(show);
}
