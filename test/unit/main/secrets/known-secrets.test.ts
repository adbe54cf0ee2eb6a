import { describe, expect, it } from 'vitest';

import { createLogger } from '../../../../main/log/logger';
import { createRedactor } from '../../../../main/log/redact';
import { noteSecrets } from '../../../../main/secrets/known-secrets';
import { secretRef } from '../../../../main/secrets/secret-vault';
import { memoryVault } from '../../../support/memory-vault';

describe('noteSecrets', () => {
  it('makes the log hide what was stored and what was taken, wherever it stands', async () => {
    const stored = memoryVault();
    const phrase = secretRef('shop', 'requestPhrase');
    const code = secretRef('shop', 'accessCode');
    stored.items.set(phrase.account, 'in$&? here');
    const known = new Set<string>();
    const vault = noteSecrets(stored, known);
    expect(await vault.take(phrase)).toBe('in$&? here');
    expect(await vault.take(secretRef('shop', 'responsePhrase'))).toBeUndefined();
    await vault.put(code, 'zx0IPmPy5jp1vAz8Kpg7');

    const lines: string[] = [];
    const sink = { write: (line: string) => void lines.push(line), close: () => Promise.resolve() };
    const log = createLogger({ sinks: [sink], redact: createRedactor(known), now: () => 0 });
    log.error('call', { error: new Error('refused: in$&? here for zx0IPmPy5jp1vAz8Kpg7') });
    expect(lines.join('')).not.toMatch(/in\$&\?|zx0IPmPy/);
    expect(stored.items.get(code.account)).toBe('zx0IPmPy5jp1vAz8Kpg7');
  });
});
