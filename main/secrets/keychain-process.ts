/**
 * Entry of the keychain process, and the only file that loads keytar.
 *
 * keytar is loaded at the first call: where libsecret is missing that is an answer, not a crash at start.
 */
import { createRequire } from 'node:module';

import type * as keytar from 'keytar';

import { serveProcess } from '../processes/process-server';

import { Keychain, type KeychainApi, type Keytar } from './keychain';

const keychain = new Keychain({
  loadKeytar,
  service: process.env['DESK_KEYCHAIN_SERVICE'] ?? 'Payment Link Desk',
  platform: process.platform,
});

serveProcess<KeychainApi>(process.parentPort, {
  put: (input) => keychain.put(input),
  take: (input) => keychain.take(input),
  forget: (input) => keychain.forget(input),
  probe: () => keychain.probe(),
});

/** By `require`, which tries anew after a failure; `import` would remember it. */
function loadKeytar(): Keytar {
  const require = createRequire(import.meta.url);
  // The package's own types, which `require` cannot know.
  return require('keytar') as typeof keytar;
}
