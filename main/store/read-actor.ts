import { userInfo } from 'node:os';

/** The operating system's name of the user; `unknown user` where it has none, as for a bare user id in a container. */
export function readActor(read: () => { readonly username: string } = userInfo): string {
  try {
    return read().username || 'unknown user';
  } catch {
    return 'unknown user';
  }
}
