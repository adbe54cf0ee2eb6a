import { nodeBundle } from './node-bundle.mjs';

/** The main process, its two utility processes and the practice gateway's command: ES modules for Electron's Node. */
export const mainConfig = () =>
  nodeBundle({
    outDir: 'out/main',
    entries: {
      main: 'main/index.ts',
      'store-process': 'main/store-process.ts',
      'keychain-process': 'main/secrets/keychain-process.ts',
      'practice-gateway': 'main/practice-gateway/cli.ts',
    },
    external: [/^electron(\/.+)?$/, 'keytar', 'better-sqlite3-multiple-ciphers'],
  });
