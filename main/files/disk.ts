import type { Stats } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';

/** A file that is being written. */
export interface OpenFile {
  /** Writes all of the bytes; resolves when the system has taken them, which is what slows a fast writer down. */
  writeAll(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What writing files needs of a disk. Failures are Node's errors with their `code`. */
export interface Disk {
  /** Makes a file that must not exist yet, readable by its owner only. */
  create(path: string): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is fine. */
  remove(path: string): Promise<void>;
  /** Makes a rename in the folder survive a power cut. */
  syncFolder(path: string): Promise<void>;
  namesIn(folder: string): Promise<readonly string[]>;
  /** When a file was last written, in epoch milliseconds. */
  modifiedAt(path: string): Promise<number>;
  /** What is there. A file nobody may write to is `read-only`, also for an administrator, who could all the same. */
  kindOf(path: string): Promise<'nothing' | 'file' | 'read-only' | 'folder'>;
}

const WRITE_BITS = 0o222;
/** So much is written before it is forced to the disk: each flush costs a moment, and the last one holds up the end. */
const FLUSH_BYTES = 1 << 25;

/** The real disk. */
export const nodeDisk: Disk = {
  async create(path) {
    const handle = await open(path, 'wx', 0o600);
    // What was written is forced to the disk while the rest is put together: there is less to wait for at the end.
    let flushing = Promise.resolve();
    let unflushed = 0;
    return {
      async writeAll(bytes) {
        // A write may take only a part, for example on a full or a network disk.
        for (let at = 0; at < bytes.length;) {
          at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
        }
        unflushed += bytes.length;
        if (unflushed < FLUSH_BYTES) return;
        unflushed = 0;
        flushing = flushing.then(() => handle.datasync());
        // A system tells of a failed flush once: whoever syncs hears of it.
        flushing.catch(() => undefined);
      },
      async sync() {
        await flushing;
        await handle.sync();
      },
      async close() {
        await flushing.catch(() => undefined);
        await handle.close();
      },
    };
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    // Windows cannot open a folder; its journal keeps the rename.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  },
  namesIn: readdir,
  modifiedAt: async (path) => (await stat(path)).mtimeMs,
  async kindOf(path) {
    // A folder that is gone is told of by whoever makes a file in it.
    const found = await stat(path).catch((): Stats | undefined => undefined);
    if (found === undefined) return 'nothing';
    if (found.isDirectory()) return 'folder';
    // On Windows the mode tells of the read-only attribute.
    return (found.mode & WRITE_BITS) === 0 ? 'read-only' : 'file';
  },
};
