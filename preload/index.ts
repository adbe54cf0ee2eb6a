import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { BridgeApi } from '#contract/contract';
import { channelNames, eventNames } from '#contract/names';
import type { PreloadChannelName } from '#contract/names';

// One frozen object of three functions. Names are checked against the closed lists here, inputs by main: a page that was taken
// over can reach no channel that is not ours, and never sees ipcRenderer, an event object or a path.
const channels: ReadonlySet<string> = new Set(channelNames);
const events: ReadonlySet<string> = new Set(eventNames);
const dropChannel: PreloadChannelName = 'import:drop';

const desk: BridgeApi = {
  call(name, input) {
    if (!channels.has(name)) return Promise.reject(new Error(`No such channel: ${name}`));
    return ipcRenderer.invoke(name, input);
  },
  drop(file) {
    // Electron refuses what is no File, and knows no path of one that a page made itself.
    return ipcRenderer.invoke(dropChannel, { path: webUtils.getPathForFile(file as File) });
  },
  on(name, listener) {
    if (!events.has(name)) throw new Error(`No such event: ${name}`);
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => {
      listener(payload);
    };
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
};

contextBridge.exposeInMainWorld('desk', Object.freeze(desk));
