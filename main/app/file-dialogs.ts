import { dialog, type BrowserWindow } from 'electron';
import type { Dialogs } from '../ipc/handlers/file-handlers';

/** The operating system's own dialogs, attached to our window. */
export function createFileDialogs(parent: () => BrowserWindow | undefined): Dialogs {
  return {
    async chooseFile(filters) {
      const options = { properties: ['openFile' as const], filters: [...filters] };
      const window = parent();
      const answer = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return answer.canceled ? undefined : answer.filePaths[0];
    },
    async chooseTarget(suggestedName, filter) {
      const options = { defaultPath: suggestedName, filters: [filter] };
      const window = parent();
      const answer = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
    },
  };
}
