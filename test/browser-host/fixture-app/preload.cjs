const { contextBridge, ipcRenderer, webUtils } = require('electron');
// A name at the top of the preload, which the page must not see.
let preloadSecret = 'only here';

contextBridge.exposeInMainWorld('api', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  boom: () => ipcRenderer.invoke('boom'),
  date: () => ipcRenderer.invoke('date'),
  nothing: () => ipcRenderer.invoke('nothing'),
  missing: () => ipcRenderer.invoke('missing'),
  note: (line) => ipcRenderer.send('note', line),
  sendSync: () => ipcRenderer.sendSync('echo'),
  nameOf: (file) => file.name,
  pathOf: (file) => ipcRenderer.invoke('echo', { path: webUtils.getPathForFile(file), text: 'beside it' }),
  subscribe(listener) {
    const receive = (_event, ...args) => listener(...args);
    ipcRenderer.on('news', receive);
    return () => ipcRenderer.removeListener('news', receive);
  },
  nested: { list: [1, 2], seen: () => typeof document.querySelector('h1') },
});
preloadSecret = 'still only here';
