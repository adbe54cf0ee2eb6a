import type { EditState } from '#domain/edit-state';
import type { LinkPatch } from '#domain/link-patch';
import { toBridgeError } from '../../../bridge/bridge-error';
import { formOf, rebaseForm } from './edit-form';
import type { EditorTools } from './editor-state';

/** States in which nobody keeps the edit: what was typed stays in the form, so that it can be corrected. */
const isLost = (state: EditState) => state === 'failed' || state === 'skipped';

/** Sends what the form holds. Whatever is kept as an edit leaves the form; the edit itself then shows what becomes of it. */
export async function send({ bridge, set, get, load }: EditorTools, patch: LinkPatch): Promise<void> {
  const { row, detail, form } = get();
  if (row === undefined || detail === undefined || form === undefined) return;
  set({ sending: true, outcome: undefined });
  try {
    const answer = await bridge.call('links:edit', { key: row.key, patch });
    set({
      detail: { ...detail, link: answer.link },
      form: isLost(answer.edit.state) ? rebaseForm(form, detail.link, answer.link) : formOf(answer.link),
    });
    // The outcome shows together with the link as it is read again.
    await load(row.key);
    set({ sending: false, outcome: { kind: 'answered', answer } });
  } catch (thrown) {
    const error = toBridgeError(thrown);
    await load(row.key);
    set({ sending: false, outcome: { kind: 'failed', error } });
  }
}
