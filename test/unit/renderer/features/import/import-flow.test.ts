import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '#contract/import';
import type { ImportSummary } from '#domain/import-map';
import { BridgeError } from '../../../../../renderer/bridge/bridge-error';
import { nextFlow, type ImportFlow } from '../../../../../renderer/features/import/import-flow';
import type { ImportForm } from '../../../../../renderer/features/import/import-form';

const file: ChosenFile = {
  importId: 'i',
  format: 'csv',
  fileName: 'links.csv',
  sizeBytes: 1,
  modifiedAt: 0,
  headers: [],
  sample: [],
  guessed: {},
  reading: {
    headerRow: 0,
    csv: { encoding: 'utf-8', delimiter: ',' },
    dateOrder: 'ymd',
    decimal: '.',
    units: 'major',
  },
  questions: [],
  columns: [],
  told: {},
};
const form: ImportForm = { connectionId: 'c', map: {}, zone: 'UTC', exportedAt: 0, reading: file.reading };
const summary: ImportSummary = {
  rows: 1,
  added: 1,
  changed: 0,
  unchanged: 0,
  older: 0,
  rejectedCount: 0,
  rejected: [],
};
const error = new BridgeError({ code: 'import/missing-column', message: '', retryable: false, id: '' });

const empty: ImportFlow = { kind: 'empty' };
const mapping: ImportFlow = { kind: 'mapping', file, form, isTried: false };
const running: ImportFlow = { kind: 'running', file, form };
const done: ImportFlow = { kind: 'done', file, form, summary };

describe('an import', () => {
  it('asks for a file, then for its columns', () => {
    const choosing = nextFlow(empty, { kind: 'choose' });
    expect(choosing.kind).toBe('choosing');
    expect(nextFlow(choosing, { kind: 'chosen', file, form })).toEqual(mapping);
  });

  it.each([empty, mapping, done])('stays at $kind when no other file is chosen', (flow) => {
    expect(nextFlow(nextFlow(flow, { kind: 'choose' }), { kind: 'nothing-chosen' })).toBe(flow);
  });

  it('says that a chosen file cannot be read', () => {
    const choosing = nextFlow(mapping, { kind: 'choose' });
    expect(nextFlow(choosing, { kind: 'call-failed', error })).toEqual({ kind: 'empty', error });
  });

  it('runs once, and ends with its summary', () => {
    expect(nextFlow(mapping, { kind: 'run' })).toEqual(running);
    expect(nextFlow(running, { kind: 'run' })).toBe(running);
    expect(nextFlow(running, { kind: 'choose' })).toBe(running);
    expect(nextFlow(running, { kind: 'ended', summary })).toEqual(done);
  });

  it('comes back to the columns with what went wrong, until they are changed', () => {
    const failed = nextFlow(running, { kind: 'call-failed', error });
    expect(failed).toEqual({ kind: 'mapping', file, form, isTried: true, error });
    expect(nextFlow(failed, { kind: 'change-form', form })).toEqual({
      kind: 'mapping',
      file,
      form,
      isTried: true,
    });
  });
});
