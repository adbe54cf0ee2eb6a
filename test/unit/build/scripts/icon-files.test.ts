import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asIcns, asIco } from '../../../../build/scripts/lib/icon-files.mjs';
import { inRepo } from '../../../../build/scripts/lib/paths.mjs';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('icon files', () => {
  it('points to every picture of a Windows icon', () => {
    const icon = asIco([
      { size: 32, png: Buffer.from('small') },
      { size: 256, png: Buffer.from('larger') },
    ]);
    expect(icon.readUInt16LE(4)).toBe(2);
    expect(icon.readUInt8(22)).toBe(0);
    const [length, offset] = [icon.readUInt32LE(22 + 8), icon.readUInt32LE(22 + 12)];
    expect(icon.subarray(offset, offset + length).toString()).toBe('larger');
  });

  it('gives a macOS icon its whole length', () => {
    const icon = asIcns([{ type: 'ic08', png: Buffer.from('picture') }]);
    expect(icon.subarray(0, 4).toString()).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    expect(icon.subarray(8, 12).toString()).toBe('ic08');
  });

  it('has drawn the icons in the repository', () => {
    expect(readFileSync(inRepo('build/installer/icon.ico')).includes(pngStart)).toBe(true);
    expect(readFileSync(inRepo('build/installer/icon.icns')).includes(pngStart)).toBe(true);
    expect(readFileSync(inRepo('assets/icon.png')).subarray(0, 4)).toEqual(pngStart);
  });
});
