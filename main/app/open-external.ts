import { shell } from 'electron';

/** Shows a file this application wrote in its folder. The only use of the shell: no URL from a page is ever opened. */
export function revealFile(file: string): void {
  shell.showItemInFolder(file);
}
