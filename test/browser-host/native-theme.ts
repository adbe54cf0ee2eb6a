import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { facts, tellDriver } from './driver-link';

/** Electron's `nativeTheme`: the chosen theme is emulated in the pages. */
export class NativeTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  readonly shouldUseHighContrastColors = false;
  #source: Electron.NativeTheme['themeSource'] = 'system';

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    const before = this.shouldUseDarkColors;
    this.#source = source;
    tellDriver('setTheme', source);
    if (before !== this.shouldUseDarkColors) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? facts.dark : this.#source === 'dark';
  }
}
