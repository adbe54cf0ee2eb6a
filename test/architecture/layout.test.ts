import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repoFiles, repoPath } from './repo-files';

const files = repoFiles().filter((file) => existsSync(repoPath(file)));

/** Text files are read; pictures and fonts are not. */
const isText = (file: string): boolean => !/\.(png|ico|icns|woff2|xlsx|node)$/.test(file);
const read = (file: string): string => readFileSync(repoPath(file), 'utf8');

describe('the layout', () => {
  it('has the six folders and no seventh', () => {
    const folders = new Set(
      files.filter((file) => file.includes('/')).map((file) => file.split('/', 1)[0] ?? ''),
    );
    const visible = [...folders].filter((folder) => !folder.startsWith('.'));
    expect(visible.sort()).toEqual(['assets', 'build', 'main', 'preload', 'renderer', 'test']);
  });

  it('keeps what is made out of version control', () => {
    expect(files.filter((file) => /^(out|dist|node_modules)\//.test(file))).toEqual([]);
  });

  it('names no path of a developer machine', () => {
    // Written in pieces, so that this file does not find itself. Tests speak of the homes of Ali and of "user".
    const machinePaths = [
      String.raw`/ho${''}me/(?!ali/|user/)[^/\s]+/`,
      String.raw`/Us${''}ers/[^/\s]+/`,
      String.raw`[A-Z]:\\{1,2}Us${''}ers\\`,
      String.raw`(?<![\w.])/wo${''}rk/`,
      String.raw`(?<![\w.])/ro${''}ot/`,
    ].map((pattern) => new RegExp(pattern));
    const findings = files
      .filter((file) => isText(file) && file !== 'package-lock.json')
      .flatMap((file) => {
        const text = read(file);
        return machinePaths
          .flatMap((pattern) => pattern.exec(text) ?? [])
          .map((found) => `${file}: ${found}`);
      });
    expect(findings).toEqual([]);
  });
});

describe('style sheets', () => {
  const physical =
    /(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)(?:-[a-z]+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/g;

  /** The physical directions in a style sheet; they would stay put when an Arabic screen is mirrored. */
  function physicalDirections(css: string): string[] {
    const withoutComments = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
    return [...withoutComments.matchAll(physical)].map((match) => match[0].trim());
  }

  it('use logical directions only, so that the Arabic screen is a mirror of the English one', () => {
    const findings = files
      .filter((file) => file.startsWith('renderer/') && file.endsWith('.css'))
      .flatMap((file) => physicalDirections(read(file)).map((found) => `${file}: ${found}`));
    expect(findings).toEqual([]);
  });

  it.each([
    'a { margin-left: 1px }',
    'a{left:0}',
    'a { text-align: right; }',
    'a { border-right-color: red }',
  ])('finds %s', (css) => {
    expect(physicalDirections(css)).toHaveLength(1);
  });

  it.each([
    'a { margin-inline-start: 1px }',
    'a { text-align: start }',
    '/* left: 0 */',
    'a { inset-inline: 0 }',
  ])('accepts %s', (css) => {
    expect(physicalDirections(css)).toEqual([]);
  });
});
