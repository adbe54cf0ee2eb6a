import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repoPath } from './repo-files';

/** The type errors of a file that exists only in memory, under the settings of one of our projects. */
function typeErrors(project: string, file: string, text: string): string[] {
  const configFile = repoPath(project);
  const settings = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { noEmit: true, composite: false, incremental: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!settings) throw new Error(`Cannot read ${project}`);
  const name = repoPath(file);
  const host = ts.createCompilerHost(settings.options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (wanted, version, ...rest) =>
    path.resolve(wanted) === name
      ? ts.createSourceFile(wanted, text, version)
      : getSourceFile(wanted, version, ...rest);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (wanted) => path.resolve(wanted) === name || fileExists(wanted);
  const { tsBuildInfoFile: _unused, ...options } = settings.options;
  const program = ts.createProgram([name], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(name))
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

describe('each type project knows only its own runtime', () => {
  it.each([
    {
      project: 'preload/tsconfig.shared.json',
      file: 'preload/domain/uses-node.ts',
      text: 'process.exit(1);',
      name: 'process',
    },
    {
      project: 'preload/tsconfig.shared.json',
      file: 'preload/domain/uses-dom.ts',
      text: "document.querySelector('a');",
      name: 'document',
    },
    {
      project: 'preload/tsconfig.shared.json',
      file: 'preload/contract/uses-fetch.ts',
      text: "void fetch('/');",
      name: 'fetch',
    },
    {
      project: 'main/tsconfig.json',
      file: 'main/links/uses-dom.ts',
      text: "document.querySelector('a');",
      name: 'document',
    },
    {
      project: 'main/tsconfig.json',
      file: 'main/links/uses-window.ts',
      text: 'window.close();',
      name: 'window',
    },
    {
      project: 'renderer/tsconfig.json',
      file: 'renderer/app/uses-node.ts',
      text: 'process.exit(1);',
      name: 'process',
    },
    {
      project: 'renderer/tsconfig.json',
      file: 'renderer/app/uses-buffer.ts',
      text: "Buffer.from('a');",
      name: 'Buffer',
    },
  ])('$project refuses $file', ({ project, file, text, name }) => {
    expect(typeErrors(project, file, `${text}\nexport {};\n`).join('\n')).toContain(`'${name}'`);
  });

  it.each([
    [
      'preload/tsconfig.shared.json',
      'preload/domain/adds.ts',
      'export const sum = (a: number): number => a + 1;',
    ],
    ['main/tsconfig.json', 'main/links/uses-node.ts', 'export const id = process.pid;'],
    ['renderer/tsconfig.json', 'renderer/app/uses-dom.ts', 'export const title = document.title;'],
  ])('%s accepts %s', (project, file, text) => {
    expect(typeErrors(project, file, text)).toEqual([]);
  });
});
