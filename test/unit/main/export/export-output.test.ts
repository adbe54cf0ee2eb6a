import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../../main/export/export-output';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A file that takes its time, and keeps what it was given when it was done with it. */
function slowFile() {
  const chunks: Buffer[] = [];
  return {
    write: async (bytes: Uint8Array) => {
      await wait(1);
      chunks.push(Buffer.from(bytes));
    },
    content: () => Buffer.concat(chunks),
  };
}

describe('createOutput', () => {
  it('writes all that was added, in order, whatever the sizes, and hashes and counts it', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      // Texts of one, two and three bytes a character, beyond the size of a chunk too.
      fc
        .tuple(fc.constantFrom('a', 'é', 'ب', '✓', '😀'), fc.nat(1_500_000))
        .map(([letter, count]) => letter.repeat(count / 2)),
      fc.uint8Array({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const file = slowFile();
        const output = createOutput(file.write);
        for (const one of parts) {
          if (typeof one === 'string') output.add(one);
          else await output.write(one);
          await output.drain();
        }
        const expected = Buffer.concat(parts.map((one) => Buffer.from(one)));
        expect(await output.sha256()).toBe(sha256(expected));
        expect(file.content().equals(expected)).toBe(true);
        expect(output.bytes()).toBe(expected.length);
      }),
      { numRuns: 30 },
    );
  });

  it('tells the hash of what came before, and goes on', async () => {
    const file = slowFile();
    const output = createOutput(file.write);
    output.add('before');
    expect(await output.sha256()).toBe(sha256(Buffer.from('before')));
    output.add(' after');
    expect(await output.sha256()).toBe(sha256(Buffer.from('before after')));
    expect(file.content().toString()).toBe('before after');
  });

  it('fails with what the file failed with, at the latest at the end', async () => {
    const output = createOutput(() => Promise.reject(new Error('full')));
    output.add('a');
    await expect(output.sha256()).rejects.toThrow('full');
  });

  it('lets go of bytes once they are written', async () => {
    const file = slowFile();
    const output = createOutput(file.write);
    const bytes = Buffer.from('first');
    await output.write(bytes);
    bytes.fill('x');
    expect(file.content().toString()).toBe('first');
  });

  it('waits for a chunk before it writes the next but one', async () => {
    let open = 0;
    let most = 0;
    const output = createOutput(async () => {
      open += 1;
      most = Math.max(most, open);
      await wait(2);
      open -= 1;
    });
    for (let page = 0; page < 5; page += 1) {
      output.add('x'.repeat(2_000_000));
      await output.drain();
    }
    await output.sha256();
    expect([most, open]).toEqual([1, 0]);
  });
});
