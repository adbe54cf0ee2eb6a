import { actionScope, type Desk } from '../stores/desk';
import type { ShortcutAction } from './shortcuts';

/** Whether there is something for a dialog to work on. */
function canOpen(desk: Desk, name: string): boolean {
  const scope = actionScope(desk);
  if (name === 'bulk-edit') return scope?.kind === 'selected';
  return name !== 'export' || (scope?.count ?? 0) > 0;
}

/** Does what a shortcut or the palette asks for; nothing where a dialog has nothing to work on. */
export function perform(desk: Desk, action: ShortcutAction): void {
  if (action.kind === 'command') desk.commands.run(action.command);
  else if (action.kind === 'view') {
    desk.views.getState().pickAt(action.index);
    desk.commands.run('show-links');
  } else if (canOpen(desk, action.name)) desk.dialogs.getState().open(action.name);
}
