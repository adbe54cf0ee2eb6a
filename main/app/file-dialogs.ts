import { dialog, type BrowserWindow, type FileFilter } from 'electron';

/** Asks the user for files. Paths stay in main. */
export interface FileDialogs {
  /** The chosen file, or undefined when the dialog was closed. */
  chooseFile(filter: FileFilter): Promise<string | undefined>;
  /** Where to write, or undefined when the dialog was closed. */
  chooseTarget(suggestedName: string, filter: FileFilter): Promise<string | undefined>;
}

/** The operating system's own dialogs, attached to our window. */
export function createFileDialogs(parent: () => BrowserWindow | undefined): FileDialogs {
  return {
    async chooseFile(filter) {
      const options = { properties: ['openFile' as const], filters: [filter] };
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
