import { describe, expect, it } from 'vitest';
import { HeldKeys } from '../../../../main/store/held-keys';

describe('HeldKeys', () => {
  it('holds lists until they are dropped, each under a handle of its own', () => {
    const held = new HeldKeys();
    const first = held.add(Int32Array.of(3, 1));
    const second = held.add(Int32Array.of(2));
    expect([first.total, second.total]).toEqual([2, 1]);
    held.drop(first.handle);
    expect(() => held.keysOf(first.handle)).toThrow('no longer open');
    expect([...held.keysOf(second.handle)]).toEqual([2]);
  });

  it('lets the oldest go when there are too many', () => {
    const held = new HeldKeys(2);
    const [first, ...rest] = [1, 2, 3].map((key) => held.add(Int32Array.of(key)));
    expect(() => held.keysOf(first!.handle)).toThrow('no longer open');
    expect(rest.map(({ handle }) => [...held.keysOf(handle)])).toEqual([[2], [3]]);
  });
});
