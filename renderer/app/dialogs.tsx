import { useStore } from 'zustand';
import { AddLinksDialog } from '../features/adding/add-links-dialog';
import { CreateLinkDialog } from '../features/adding/create-link-dialog';
import { BulkEditDialog } from '../features/jobs/bulk-edit/bulk-edit-dialog';
import { AddConnectionDialog } from '../features/connections/add-connection-dialog';
import { ExportDialog } from '../features/export/export-dialog';
import { ImportDialog } from '../features/import/import-dialog';
import { SettingsDialog } from '../features/settings/settings-dialog';
import { useDesk } from '../stores/desk-context';
import { PaletteDialog } from './palette/palette-dialog';
import { ShortcutsDialog } from './shortcuts-dialog';

/** Every dialog that can be asked for from anywhere. At most one is open. */
export function Dialogs() {
  const { dialogs } = useDesk();
  const { opened, close } = useStore(dialogs);
  return (
    <>
      <ImportDialog isOpen={opened === 'import'} onClose={close} />
      <ExportDialog isOpen={opened === 'export'} onClose={close} />
      <BulkEditDialog isOpen={opened === 'bulk-edit'} onClose={close} />
      <AddConnectionDialog isOpen={opened === 'add-connection'} onClose={close} />
      <AddLinksDialog isOpen={opened === 'add-links'} onClose={close} />
      <CreateLinkDialog isOpen={opened === 'create-link'} onClose={close} />
      <SettingsDialog isOpen={opened === 'settings'} onClose={close} />
      <PaletteDialog isOpen={opened === 'palette'} onClose={close} />
      <ShortcutsDialog isOpen={opened === 'shortcuts'} onClose={close} />
    </>
  );
}
