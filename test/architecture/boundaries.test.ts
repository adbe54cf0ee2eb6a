import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedFiles, boundaryCases, bystanders } from './boundary-cases';
import { repoPath } from './repo-files';

// The configuration is a CommonJS file, as dependency-cruiser's command line wants it.
const config = createRequire(import.meta.url)(repoPath('build/dependency-cruiser.cjs')) as IConfiguration;
const rules = config.forbidden ?? [];

let tree: string;
let found: ReadonlySet<string>;

function write(file: string, text: string): void {
  const full = path.join(tree, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** All breaches of one small tree, as 'rule < file': one run for all rules takes two seconds, one run each minutes. */
async function findBreaches(): Promise<ReadonlySet<string>> {
  const result = await cruise(
    ['main', 'preload', 'renderer', 'test'],
    { ...config.options, ruleSet: { forbidden: rules }, validate: true, baseDir: tree },
    { ...config.options?.enhancedResolveOptions },
  );
  const { summary } = result.output as ICruiseResult;
  return new Set(summary.violations.map((violation) => `${violation.rule.name} < ${violation.from}`));
}

beforeAll(async () => {
  tree = realpathSync(mkdtempSync(path.join(tmpdir(), 'boundaries-')));
  symlinkSync(repoPath('node_modules'), path.join(tree, 'node_modules'), 'junction');
  write('package.json', JSON.stringify(createRequire(import.meta.url)(repoPath('package.json'))));
  for (const file of bystanders) write(file, 'export const here = true;\n');
  for (const { file, text } of [...boundaryCases, ...allowedFiles]) write(file, text);
  found = await findBreaches();
});

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('every boundary rule catches what it forbids', () => {
  it.each(boundaryCases)('$rule catches $file', ({ rule, file }) => {
    expect([...found]).toContain(`${rule} < ${file}`);
  });

  it('leaves no rule without a case', () => {
    const tried = new Set(boundaryCases.map((one) => one.rule));
    expect(rules.map((rule) => rule.name).filter((name) => !tried.has(name ?? ''))).toEqual([]);
  });

  it('says for every rule what it protects', () => {
    expect(rules.filter((rule) => !rule.comment || rule.severity !== 'error')).toEqual([]);
  });
});

describe('what the table allows passes', () => {
  it.each(allowedFiles)('$file', ({ file }) => {
    // These files are imported by nobody here, and so are orphans or not by what they import.
    const breaches = [...found].filter((one) => one.endsWith(`< ${file}`) && !one.startsWith('no-orphans'));
    expect(breaches).toEqual([]);
  });
});
