import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A checkout may belong to another user than the one who tests it, as in containers. */
const anyOwner = ['-c', 'safe.directory=*'];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path below the repository's root. */
export function repoPath(...parts: readonly string[]): string {
  return path.join(root, ...parts);
}

/** Every file that is in version control or would be added to it, with forward slashes, from the root. */
export function repoFiles(): string[] {
  const listed = execFileSync(
    'git',
    [...anyOwner, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return listed.split('\0').filter((file) => file !== '');
}
