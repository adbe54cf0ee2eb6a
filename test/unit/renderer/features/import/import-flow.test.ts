import { describe, expect, it } from 'vitest';
import type { ChosenFile } from '#contract/import';
import type { ImportSummary } from '#domain/import-map';
import type { FileShape } from '#domain/import-reading';
import { BridgeError } from '../../../../../renderer/bridge/bridge-error';
import { nextFlow, type ImportFlow } from '../../../../../renderer/features/import/import-flow';
import type { ImportForm } from '../../../../../renderer/features/import/form-state';

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
const form: ImportForm = {
  connectionId: 'c',
  map: {},
  zone: 'UTC',
  exportedAt: 0,
  reading: file.reading,
  decided: [],
};
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
const mapping: ImportFlow = { kind: 'mapping', file, form, isRecalled: false, isTried: false };
const running: ImportFlow = { kind: 'running', file, form };
const done: ImportFlow = { kind: 'done', file, form, summary };

describe('an import', () => {
  it('asks for a file, then for its columns', () => {
    const choosing = nextFlow(empty, { kind: 'choose' });
    expect(choosing.kind).toBe('choosing');
    expect(nextFlow(choosing, { kind: 'chosen', file, form, isRecalled: false })).toEqual(mapping);
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
    const kept = { kind: 'mapping', file, form, isRecalled: false, isTried: true };
    expect(failed).toEqual({ ...kept, error });
    expect(nextFlow(failed, { kind: 'change-form', form })).toEqual(kept);
  });

  it('takes one dropped file, and says so where there were several', () => {
    const why = 'several-files';
    expect(nextFlow(empty, { kind: 'refused', why })).toEqual({ kind: 'empty', error: why });
    expect(nextFlow(mapping, { kind: 'refused', why })).toEqual({ ...mapping, error: why });
    expect(nextFlow(running, { kind: 'refused', why })).toBe(running);
  });
});

describe('a file that is read again', () => {
  const shape: FileShape = { headerRow: 1, csv: { encoding: 'utf-8', delimiter: ';' } };
  const wanted: ImportForm = { ...form, reading: { ...form.reading, ...shape } };
  const asked = nextFlow(mapping, { kind: 'reread', form: wanted, shape });
  const again: ChosenFile = { ...file, headers: ['id'], reading: { ...file.reading, ...shape } };

  it('shows at once what was chosen, and cannot be imported until it is read', () => {
    expect(asked).toMatchObject({ form: { reading: shape }, rereading: { before: form } });
    expect(nextFlow(asked, { kind: 'run' })).toBe(asked);
  });

  it('brings its own columns, and keeps what was changed meanwhile', () => {
    const changed = nextFlow(asked, { kind: 'change-form', form: { ...wanted, zone: 'Asia/Kuwait' } });
    const read = nextFlow(changed, { kind: 'was-reread', shape, file: again });
    expect(read).toMatchObject({ file: again, form: { zone: 'Asia/Kuwait', reading: shape } });
    expect(read).not.toHaveProperty('rereading');
  });

  it('keeps the question of its encoding in sight once that is answered', () => {
    const open = nextFlow(
      { ...mapping, file: { ...file, questions: ['encoding'] } },
      { kind: 'reread', form, shape },
    );
    expect(nextFlow(open, { kind: 'was-reread', shape, file: again })).toMatchObject({
      file: { questions: ['encoding'] },
    });
  });

  it('waits for the shape that was asked for last', () => {
    const late: FileShape = { headerRow: 5 };
    const twice = nextFlow(asked, { kind: 'reread', form: wanted, shape: late });
    expect(nextFlow(twice, { kind: 'was-reread', shape, file: again })).toEqual(twice);
  });

  it('goes back to how it was read when that fails', () => {
    const failed = nextFlow(asked, { kind: 'call-failed', error });
    expect(failed).toEqual({ ...mapping, error });
  });
});
