import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';

/** Runs in the page: the browser's file chooser, and the chosen file as a data URL. */
function pick(accept: string): Promise<{ name: string; data: string } | undefined> {
  return new Promise((resolve, reject) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept });
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) {
        resolve(undefined);
        return;
      }
      const reader = new FileReader();
      reader.onerror = () => reject(new Error('the file could not be read'));
      reader.onload = () =>
        resolve({ name: file.name, data: typeof reader.result === 'string' ? reader.result : '' });
      reader.readAsDataURL(file);
    });
    input.click();
  });
}

/**
 * Lets the person choose a file with the browser's own chooser and answers the path of a copy of it in a temporary folder: a page never
 * learns a file's real path. Undefined when the person cancels.
 */
export async function chooseFile(page: Page, accept: string): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `(${pick.toString()})(${JSON.stringify(accept)})`,
      // Choosers open on the person's own action only.
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    // What `pick` answers.
    const picked = result.value as Awaited<ReturnType<typeof pick>>;
    if (!picked) return undefined;
    const folder = await mkdtemp(join(tmpdir(), 'payment-link-desk-'));
    // The copy is a merchant's data: it does not outlive the launcher.
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, basename(picked.name));
    await writeFile(path, Buffer.from(picked.data.slice(picked.data.indexOf(',') + 1), 'base64'));
    return path;
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Shows the browser's own box with a text and answers whether the person agreed. */
export async function confirmInPage(page: Page, text: string, canRefuse: boolean): Promise<boolean> {
  return page.evaluate(([shown, choice]) => (choice ? window.confirm(shown) : (window.alert(shown), true)), [
    text,
    canRefuse,
  ] as const);
}
