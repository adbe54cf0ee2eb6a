import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { BridgeApi } from '#contract/contract';
import { channelNames, eventNames } from '#contract/names';

// One frozen object of two functions. Names are checked against the closed lists here, inputs by main: a page that was taken
// over can reach no channel that is not ours, and never sees ipcRenderer or an event object.
const channels: ReadonlySet<string> = new Set(channelNames);
const events: ReadonlySet<string> = new Set(eventNames);

const desk: BridgeApi = {
  call(name, input) {
    if (!channels.has(name)) return Promise.reject(new Error(`No such channel: ${name}`));
    return ipcRenderer.invoke(name, input);
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
