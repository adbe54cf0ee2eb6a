// Preloaded with --import: gives a plain forked Node process the `process.parentPort` of an Electron utility process.
import { EventEmitter } from 'node:events';

class ParentPort extends EventEmitter {
  constructor() {
    super();
    // Node keeps messages until the first listener, as Electron's port does.
    this.once('newListener', () => {
      process.on('message', (data) => this.emit('message', { data }));
    });
  }

  postMessage(message) {
    process.send(message);
  }
}

process.parentPort = new ParentPort();
// Electron ends its utility processes with the application; a hung native call must not outlive the test either.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
