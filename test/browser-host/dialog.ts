import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type * as Electron from 'electron';
import { driver, facts } from './driver-link';
import { say, sayFailure } from './say';

type Called<T> = readonly [options: T] | readonly [window: object, options: T];

/** The last argument: Electron's dialogs take an optional window first. */
const optionsOf = <T>(args: Called<T>): T => (args.length === 1 ? args[0] : args[1]);

const unanswered = (what: string): void =>
  say(`${what} was answered with "canceled"; a spec can replace it through app.evaluate`);

/** A name in the Downloads folder that no file has yet: report.csv, report (2).csv and so on. */
function freeDownload(name: string): string {
  const stem = basename(name, extname(name));
  for (let n = 1; ; n += 1) {
    const path = join(
      homedir(),
      'Downloads',
      n === 1 ? basename(name) : `${stem} (${String(n)})${extname(name)}`,
    );
    if (!existsSync(path)) return path;
  }
}

async function showSaveDialog(
  ...args: Called<Electron.SaveDialogOptions>
): Promise<Electron.SaveDialogReturnValue> {
  const { defaultPath = 'file' } = optionsOf(args);
  if (!facts.interactive) {
    unanswered('showSaveDialog');
    return { canceled: true, filePath: '' };
  }
  const filePath = freeDownload(defaultPath);
  const agreed = await driver.call('confirm', `Save as ${filePath}`, true);
  return agreed ? { canceled: false, filePath } : { canceled: true, filePath: '' };
}

async function showOpenDialog(
  ...args: Called<Electron.OpenDialogOptions>
): Promise<Electron.OpenDialogReturnValue> {
  const { filters = [], properties = [] } = optionsOf(args);
  if (!facts.interactive || properties.includes('openDirectory')) {
    unanswered('showOpenDialog');
    return { canceled: true, filePaths: [] };
  }
  const extensions = filters.flatMap((filter) => filter.extensions).filter((extension) => extension !== '*');
  const path = await driver.call('chooseFile', extensions.map((extension) => `.${extension}`).join(','));
  return path === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
}

async function showMessageBox(
  ...args: Called<Electron.MessageBoxOptions>
): Promise<Electron.MessageBoxReturnValue> {
  const { message, detail, buttons = ['OK'], defaultId = 0, cancelId } = optionsOf(args);
  const refused = cancelId ?? buttons.length - 1;
  if (!facts.interactive) unanswered(`showMessageBox "${message}"`);
  const text = [message, detail].filter((part) => part !== undefined).join('\n\n');
  const agreed = facts.interactive && (await driver.call('confirm', text, buttons.length > 1));
  return { response: agreed ? defaultId : refused, checkboxChecked: false };
}

function showErrorBox(title: string, content: string): void {
  sayFailure(title, content);
  if (facts.interactive) driver.call('confirm', `${title}\n\n${content}`, false).catch(() => undefined);
}

/**
 * Electron's dialogs. Specs replace them by app.evaluate; otherwise they answer "canceled". Under `npm start` a save goes to the Downloads
 * folder after a question, a file is chosen with the browser's own chooser and read as a copy, a message is the browser's own box.
 */
export const dialog = { showSaveDialog, showOpenDialog, showMessageBox, showErrorBox } satisfies Pick<
  Electron.Dialog,
  'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'
>;
