import { readFile } from 'node:fs/promises';
import initWabt from 'wabt';

/**
 * Imports WebAssembly text (`.wat`) as the bytes of the module it describes: what is reviewed is text, what runs is its translation.
 * @returns {import('vite').Plugin}
 */
export function watPlugin() {
  return {
    name: 'wat',
    async load(id) {
      if (!id.endsWith('.wat')) return null;
      const wabt = await initWabt();
      const parsed = wabt.parseWat(id, await readFile(id, 'utf8'), { simd: true });
      const base64 = Buffer.from(parsed.toBinary({}).buffer).toString('base64');
      parsed.destroy();
      return `export default Uint8Array.from(Buffer.from('${base64}', 'base64'));`;
    },
  };
}
