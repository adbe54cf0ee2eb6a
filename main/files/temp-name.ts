import { randomBytes } from 'node:crypto';
import path from 'node:path';

// The mark in the random part tells our own temporary files from everybody else's.
const pattern = /^\..+\.(\d{1,10})\.pld[0-9a-f]{12}\.tmp$/;

/** A new name beside the target: `.links.csv.4711.pld0123456789ab.tmp`. */
export function tempPathFor(target: string): string {
  const random = `pld${randomBytes(6).toString('hex')}`;
  // File systems allow 255 bytes or so: a long name leaves no room for what is added.
  const name = path.basename(target).slice(0, 40);
  return path.join(path.dirname(target), `.${name}.${process.pid}.${random}.tmp`);
}

/** The process that made a temporary file of ours, told by its name; undefined for any other file. */
export function makerOf(name: string): number | undefined {
  const pid = pattern.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
