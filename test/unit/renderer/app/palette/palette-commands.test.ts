import { describe, expect, it } from 'vitest';
import { paletteCommands, type PaletteFacts } from '../../../../../renderer/app/palette/palette-commands';

const facts: PaletteFacts = {
  selected: 3,
  shown: 3,
  providers: ['aps', 'ahrvo'],
  connections: [
    { id: 'a', name: 'Kuwait shop', provider: 'aps' },
    { id: 'b', name: 'Ahrvo shop', provider: 'ahrvo' },
  ],
  syncing: [],
  views: [
    { id: 'all', name: 'All links' },
    { id: 'duplicates', name: 'Duplicates' },
  ],
  keyedViews: ['all'],
};

const reasonsFor = (change: Partial<PaletteFacts>) =>
  Object.fromEntries(
    paletteCommands({ ...facts, ...change }).flatMap(({ id, reason }) =>
      reason === undefined ? [] : [[id, reason.kind]],
    ),
  );

describe('the commands of the palette', () => {
  it('can all be used where links are selected, but for a list that a provider does not have', () => {
    expect(reasonsFor({})).toEqual({ 'sync a': 'no-list' });
  });

  it('say what is missing first', () => {
    expect(reasonsFor({ selected: 0 })).toMatchObject({
      'set-expiry': 'nothing-selected',
      close: 'nothing-selected',
    });
    expect(reasonsFor({ selected: 0, shown: 0 })).toMatchObject({
      export: 'nothing-shown',
      refresh: 'nothing-shown',
    });
    expect(reasonsFor({ connections: [] })).toEqual({
      'add-links': 'no-connection',
      'create-link': 'no-connection',
    });
  });

  it('say what no provider of the links does, whether links are selected or not', () => {
    for (const selected of [0, 3]) {
      expect(reasonsFor({ selected, providers: ['ahrvo'] })).toMatchObject({ 'set-expiry': 'not-offered' });
    }
    expect(reasonsFor({ providers: ['ahrvo'] })).not.toHaveProperty('close');
  });

  it('leave a sync alone that is running', () => {
    expect(reasonsFor({ syncing: ['b'] })).toEqual({ 'sync a': 'no-list', 'sync b': 'syncing' });
  });

  it('tell the keys that do the same', () => {
    const keys = Object.fromEntries(paletteCommands(facts).map((command) => [command.id, command.keys]));
    expect(keys).toMatchObject({
      'set-expiry': 'X',
      export: 'Mod E',
      'edit-link': 'E',
      'focus-search': 'Mod F',
      'view all': 'Mod 1',
      'view duplicates': undefined,
      'show-jobs': undefined,
    });
  });

  it('have each an id of their own', () => {
    const ids = paletteCommands(facts).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
