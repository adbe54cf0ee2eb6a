import { useEffect } from 'react';
import { actionScope, type Desk } from '../stores/desk';
import { useDesk } from '../stores/desk-context';
import { shortcutOf, type ShortcutAction } from './shortcuts';

/** Whether keys go into a text: then single-key shortcuts rest. Segments of a date field count as text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.getAttribute('role') === 'spinbutton') return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.getAttribute('role') === 'combobox';
}

/** A dialog, menu or popover is in front: the page behind it is not what keys are about. */
const hasOverlay = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/** Whether there is something for a dialog to work on. */
function canOpen(desk: Desk, name: string): boolean {
  const scope = actionScope(desk);
  if (name === 'bulk-edit') return scope?.kind === 'selected';
  return name !== 'export' || (scope?.count ?? 0) > 0;
}

function perform(desk: Desk, action: ShortcutAction): void {
  if (action.kind === 'command') desk.commands.run(action.command);
  else if (action.kind === 'view') {
    desk.views.getState().pickAt(action.index);
    desk.commands.run('show-links');
  } else if (canOpen(desk, action.name)) desk.dialogs.getState().open(action.name);
}

/** The window's keyboard shortcuts. What a part of the page has used already is not used again. */
export function useShortcuts(): void {
  const desk = useDesk();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || hasOverlay()) return;
      const press = {
        key: event.key,
        primary: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      };
      const action = shortcutOf(press, isTyping(event.target));
      if (action === undefined) return;
      event.preventDefault();
      perform(desk, action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [desk]);
}
