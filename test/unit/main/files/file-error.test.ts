import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import { toReadError, toWriteError } from '../../../../main/files/file-error';

const systemError = (code: string) => Object.assign(new Error(`${code}: /home/ali/secret.csv`), { code });

describe('toWriteError', () => {
  it.each([
    ['ENOENT', 'file/folder-gone'],
    ['ENOTDIR', 'file/folder-gone'],
    ['EACCES', 'file/not-writable'],
    ['EROFS', 'file/not-writable'],
    ['EBUSY', 'file/locked'],
    ['ENOSPC', 'file/disk-full'],
    ['EDQUOT', 'file/disk-full'],
    ['EMFILE', 'app/unexpected'],
  ])('answers %s as %s, without the path', (system, code) => {
    const error = toWriteError(systemError(system));
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('ali');
  });

  it('leaves our own failures as they are', () => {
    const cancelled = new AppError('app/cancelled');
    expect(toWriteError(cancelled)).toBe(cancelled);
  });
});

describe('toReadError', () => {
  it('tells a missing file from one that cannot be read', () => {
    expect(toReadError(systemError('ENOENT')).code).toBe('file/not-found');
    expect(toReadError(systemError('EACCES')).code).toBe('import/unreadable');
    expect(toReadError(systemError('EISDIR')).code).toBe('import/unreadable');
  });
});
