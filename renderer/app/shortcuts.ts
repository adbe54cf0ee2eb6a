import type { PageCommand } from '../stores/commands';
import type { DialogName } from '../stores/dialogs-store';

/** A key press, as far as shortcuts look at it. */
export interface ShortcutPress {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly primary: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type ShortcutAction =
  | { readonly kind: 'dialog'; readonly name: DialogName }
  | { readonly kind: 'command'; readonly command: PageCommand }
  /** The view at a place in the list, from 0 on. */
  | { readonly kind: 'view'; readonly index: number };

const dialog = (name: DialogName): ShortcutAction => ({ kind: 'dialog', name });
const command = (name: PageCommand): ShortcutAction => ({ kind: 'command', command: name });

const withPrimary: Readonly<Record<string, ShortcutAction>> = {
  k: dialog('palette'),
  e: dialog('export'),
  i: dialog('import'),
  ',': dialog('settings'),
  f: command('focus-search'),
  a: command('select-all'),
  r: command('refresh'),
};

const alone: Readonly<Record<string, ShortcutAction>> = {
  '/': command('focus-search'),
  '?': dialog('shortcuts'),
  x: dialog('bulk-edit'),
  e: command('edit-link'),
  v: command('open-views'),
  f: command('open-filters'),
  Escape: command('escape'),
};

/**
 * What a key press asks for. Single keys mean something only while no text is being typed (WCAG 2.1.4), and so does Ctrl+A,
 * which there selects the text.
 */
export function shortcutOf(press: ShortcutPress, isTyping: boolean): ShortcutAction | undefined {
  if (press.alt) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.primary) {
    if (press.shift || (isTyping && key === 'a')) return undefined;
    if (/^[1-9]$/.test(key)) return { kind: 'view', index: Number(key) - 1 };
    return Object.hasOwn(withPrimary, key) ? withPrimary[key] : undefined;
  }
  if (isTyping) return undefined;
  // Shift is part of how "?" is typed; with a letter it is another key.
  if (press.shift && key !== '?' && key !== '/') return undefined;
  return Object.hasOwn(alone, key) ? alone[key] : undefined;
}

/** The keys that do an action, for people to read: `Mod E`, `X`. `Mod` stands for Control, or Command on a Mac. */
export function shortcutTo(action: ShortcutAction): string | undefined {
  if (action.kind === 'view') return `Mod ${String(action.index + 1)}`;
  const keyIn = (keys: typeof alone) =>
    Object.keys(keys).find((key) => JSON.stringify(keys[key]) === JSON.stringify(action));
  const primary = keyIn(withPrimary);
  return primary === undefined ? keyIn(alone)?.toUpperCase() : `Mod ${primary.toUpperCase()}`;
}
