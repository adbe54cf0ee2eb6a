import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OpenStoreSlot } from '../../../../main/store/open-store-slot';
import { readActor } from '../../../../main/store/read-actor';
import { aConnection, tempFolder, testKey } from '../../../support/store/temp-store';

let temp: ReturnType<typeof tempFolder>;
let slot: OpenStoreSlot;
beforeEach(() => {
  temp = tempFolder();
  slot = new OpenStoreSlot({ actor: 'tester' });
});
afterEach(() => {
  slot.close();
  temp.dispose();
});

const input = (name: string) => ({ file: path.join(temp.folder, name), keyHex: testKey });

describe('the store of a process', () => {
  it('refuses every method before it is opened', () => {
    const { open: _open, ...methods } = slot.methods;
    const details: unknown = expect.objectContaining({ reason: 'not-open' });
    for (const method of Object.values<(input: never) => unknown>(methods)) {
      expect(() => method({} as never)).toThrow(
        expect.objectContaining({ code: 'store/unavailable', details }),
      );
    }
  });

  it('works with the file that was opened last', () => {
    const { methods } = slot;
    methods.open(input('a.db'));
    methods.saveConnection({ connection: aConnection() });
    methods.open(input('b.db'));
    expect(methods.listConnections({})).toEqual([]);
    methods.open(input('a.db'));
    expect(methods.listConnections({})).toHaveLength(1);
  });
});

describe('the actor of the audit log', () => {
  it('is the user of the operating system', () => {
    expect(readActor(() => ({ username: 'noura' }))).toBe('noura');
  });

  it('has a name even where the system knows none', () => {
    const fail = () => {
      throw new Error('ENOENT: no such user');
    };
    expect([readActor(fail), readActor(() => ({ username: '' }))]).toEqual(['unknown user', 'unknown user']);
  });
});
