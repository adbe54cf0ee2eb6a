/**
 * A child process that takes steps of edits and stores links as fast as it can, and says so after each, until it is killed.
 * Its parent then knows the least that must be in the file.
 */
import { openStore } from '../../../main/store/open-store';
import { aLink, testKey } from '../../support/store/temp-store';

const file = process.env['CRASH_FILE'] ?? '';
const { methods } = openStore({ file, keyHex: testKey, actor: 'tester' });
const round = Number(process.env['CRASH_ROUND']);

const edits = methods.nextEdits({ jobId: 'job', state: 'queued', limit: 100_000 });
for (const { id, linkId } of edits) {
  methods.stepEdit({ editId: id, from: 'queued', to: 'sending', at: 1, sends: true });
  acknowledge({ editId: id, state: 'sending' });
  const link = aLink({ linkId, expiresAt: 2_000_000_000_000, checkedAt: 1_760_000_000_000 });
  methods.stepEdit({ editId: id, from: 'sending', to: 'applied', at: 2, link });
  acknowledge({ editId: id, state: 'applied' });
  const links = Array.from({ length: 100 }, (_, index) => aLink({ linkId: `r${round}-${id}-${index}` }));
  methods.upsertLinks({ links, source: 'import' });
  acknowledge({ batch: `r${round}-${id}` });
}

function acknowledge(message: object): void {
  process.send?.(message);
}
