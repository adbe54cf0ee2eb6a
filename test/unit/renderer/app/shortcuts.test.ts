import { describe, expect, it } from 'vitest';
import { shortcutOf, type ShortcutPress } from '../../../../renderer/app/shortcuts';

const press = (key: string, part: Partial<ShortcutPress> = {}): ShortcutPress => ({
  key,
  primary: false,
  shift: false,
  alt: false,
  ...part,
});

describe('the keyboard shortcuts', () => {
  it.each([
    [press('e', { primary: true }), { kind: 'dialog', name: 'export' }],
    [press('k', { primary: true }), { kind: 'dialog', name: 'palette' }],
    [press('x'), { kind: 'dialog', name: 'bulk-edit' }],
    [press('X'), { kind: 'dialog', name: 'bulk-edit' }],
    [press('/'), { kind: 'command', command: 'focus-search' }],
    [press('f', { primary: true }), { kind: 'command', command: 'focus-search' }],
    [press('?', { shift: true }), { kind: 'dialog', name: 'shortcuts' }],
    [press(',', { primary: true }), { kind: 'dialog', name: 'settings' }],
    [press('a', { primary: true }), { kind: 'command', command: 'select-all' }],
    [press('Escape'), { kind: 'command', command: 'escape' }],
    [press('v'), { kind: 'command', command: 'open-views' }],
    [press('f'), { kind: 'command', command: 'open-filters' }],
    [press('1', { primary: true }), { kind: 'view', index: 0 }],
    [press('9', { primary: true }), { kind: 'view', index: 8 }],
  ])('hear %j', (key, action) => {
    expect(shortcutOf(key, false)).toEqual(action);
  });

  it.each([
    press('x'),
    press('/'),
    press('?', { shift: true }),
    press('e'),
    press('v'),
    press('1'),
    press('Escape'),
    press('a', { primary: true }),
  ])('leave %j to a text that is being typed', (key) => {
    expect(shortcutOf(key, true)).toBeUndefined();
  });

  it.each([
    ['e', 'export'],
    ['k', 'palette'],
  ])('still hear Control and %s while text is typed', (key, name) => {
    expect(shortcutOf(press(key, { primary: true }), true)).toEqual({ kind: 'dialog', name });
  });

  it.each([
    press('x', { shift: true }),
    press('e', { primary: true, shift: true }),
    press('x', { alt: true }),
    press('q'),
  ])('leave %j to the system', (key) => {
    expect(shortcutOf(key, false)).toBeUndefined();
  });

  it('know nothing of names that every object has', () => {
    expect(shortcutOf(press('constructor'), false)).toBeUndefined();
  });
});
