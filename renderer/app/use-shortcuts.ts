import { useEffect } from 'react';
import { useDesk } from '../stores/desk-context';
import { perform } from './perform';
import { shortcutOf } from './shortcuts';

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
