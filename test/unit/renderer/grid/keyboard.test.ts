import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress } from '../../../../renderer/grid/keyboard';

const press = (key: string, with_: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  primary: false,
  alt: false,
  ...with_,
});
const move = (rows: number, columns: number, extend = false): object => ({
  kind: 'move',
  rows,
  columns,
  extend,
});

describe('the keys of the grid', () => {
  it.each([
    [press('ArrowDown'), move(1, 0)],
    [press('ArrowUp'), move(-1, 0)],
    [press('ArrowRight'), move(0, 1)],
    [press('ArrowLeft'), move(0, -1)],
    [press('ArrowDown', { shift: true }), move(1, 0, true)],
    [press('ArrowUp', { shift: true }), move(-1, 0, true)],
    [press('Home'), { kind: 'row-edge', edge: 'first' }],
    [press('End'), { kind: 'row-edge', edge: 'last' }],
    [press('Home', { primary: true }), { kind: 'grid-edge', edge: 'first', extend: false }],
    [press('End', { primary: true }), { kind: 'grid-edge', edge: 'last', extend: false }],
    [press('End', { primary: true, shift: true }), { kind: 'grid-edge', edge: 'last', extend: true }],
    [press('PageDown'), { kind: 'page', pages: 1, extend: false }],
    [press('PageUp', { shift: true }), { kind: 'page', pages: -1, extend: true }],
    [press(' '), { kind: 'toggle-row' }],
    [press(' ', { shift: true }), { kind: 'extend-here' }],
    [press('a', { primary: true }), { kind: 'select-all' }],
    [press('A', { primary: true }), { kind: 'select-all' }],
    [press('Enter'), { kind: 'open' }],
  ])('%o means %o', (key, command) => {
    expect(commandOf(key, 'ltr')).toEqual(command);
  });

  it('go to the next column with the left arrow where text runs right to left', () => {
    expect(commandOf(press('ArrowLeft'), 'rtl')).toEqual(move(0, 1));
    expect(commandOf(press('ArrowRight'), 'rtl')).toEqual(move(0, -1));
    expect(commandOf(press('ArrowDown'), 'rtl')).toEqual(move(1, 0));
  });

  it.each([
    press('Escape'),
    press('Tab'),
    press('a'),
    press('k', { primary: true }),
    press('ArrowDown', { alt: true }),
    press('ArrowRight', { shift: true }),
    press('a', { primary: true, shift: true }),
    press('s', { primary: true }),
  ])('leave %o to the page', (key) => {
    expect(commandOf(key, 'ltr')).toBeUndefined();
  });
});
