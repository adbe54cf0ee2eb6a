import { describe, expect, it } from 'vitest';
import { exportSpecSchema } from '#contract/export';
import { exportColumns, usualCsv, type ExportSpec } from '#domain/export-spec';

const spec: ExportSpec = {
  ...{
    format: 'csv',
    scope: 'all',
    selection: { mode: 'all' },
    filter: {},
    sort: [],
    columns: exportColumns,
  },
  ...{ zone: 'Asia/Kuwait', amounts: 'major', language: 'en', csv: usualCsv, xml: { values: 'elements' } },
};
const takes = (changes: object) => exportSpecSchema.safeParse({ ...spec, ...changes }).success;

describe('what an export may be asked for', () => {
  it('is taken as it is', () => {
    expect(exportSpecSchema.parse(spec)).toEqual(spec);
    expect(takes({ selection: { mode: 'only', keys: [1, 2] }, scope: 'selected' })).toBe(true);
    expect(takes({ selection: { mode: 'allExcept', handle: 1, keys: [] }, scope: 'matching' })).toBe(true);
  });

  it.each([
    ['a comma for decimals between commas', { csv: { ...usualCsv, decimal: ',' } }],
    ['a column twice', { columns: ['linkId', 'linkId'] }],
    ['no column', { columns: [] }],
    ['a delimiter that is none', { csv: { ...usualCsv, delimiter: 'x' } }],
    ['another format', { format: 'exe' }],
    ['a place to write to', { target: '/etc/passwd' }],
    ['a selection of another kind', { selection: { mode: 'all', keys: [] } }],
  ])('is refused with %s', (_name, changes) => {
    expect(takes(changes)).toBe(false);
  });
});
