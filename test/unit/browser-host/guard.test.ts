import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { guard } from '../../browser-host/guard';

class Counter extends EventEmitter {
  #count = 0;
  get count(): number {
    return this.#count;
  }
  add(): void {
    this.#count += 1;
  }
}

describe('guard', () => {
  it('throws the name of a member that is not there', () => {
    const guarded = guard('electron.thing', {}) as { member?: unknown };
    expect(() => guarded.member).toThrow(
      '[browser-host] electron.thing.member is not implemented by the stand-in',
    );
  });

  it('can be awaited and printed', async () => {
    const guarded = guard('electron.thing', { a: 1 });
    expect(await Promise.resolve(guarded)).toBe(guarded);
    expect(JSON.stringify(guarded)).toBe('{"a":1}');
  });

  it('lets the methods and accessors of a class reach its private fields', () => {
    const counter = guard('counter', new Counter());
    counter.add();
    expect(counter.count).toBe(1);
    expect(counter).toBeInstanceOf(Counter);
  });

  it('shows a replaced member to everybody who uses the object', () => {
    const dialog = { show: () => 'real' };
    const fake = () => 'fake';
    guard('dialog', dialog).show = fake;
    expect(dialog.show).toBe(fake);
    expect(guard('dialog', dialog).show).toBe(fake);
  });
});
