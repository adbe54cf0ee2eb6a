import { describe, expect, it } from 'vitest';
import type { ExportAnswer } from '#contract/export';
import { BridgeError } from '../../../../../renderer/bridge/bridge-error';
import { nextFlow, type ExportFlow } from '../../../../../renderer/features/export/export-flow';

const answer: ExportAnswer = {
  ...{ fileName: 'a.csv', rows: 1, bytes: 2, sha256: 'x' },
  summary: {
    ...{ rows: 1, sums: [], byStatus: [], scope: 'all', filterText: '', zone: 'UTC', createdAt: 0 },
    ...{ version: '1.0.0', dataSha256: 'x', strippedCharacters: 0, defusedCells: 0 },
  },
};
const error = new BridgeError({ code: 'file/disk-full', message: '', retryable: false, id: '' });
const form: ExportFlow = { kind: 'form' };
const running: ExportFlow = { kind: 'running', taskId: 't' };

describe('an export', () => {
  it('runs and ends with its file', () => {
    expect(nextFlow(form, { kind: 'run', taskId: 't' })).toEqual(running);
    expect(nextFlow(running, { kind: 'ended', taskId: 't', answer })).toEqual({
      kind: 'done',
      taskId: 't',
      answer,
    });
  });

  it('comes back to the form without a word when the save dialog is closed', () => {
    expect(nextFlow(running, { kind: 'ended', taskId: 't', answer: null })).toEqual(form);
  });

  it('comes back to the form with what went wrong', () => {
    expect(nextFlow(running, { kind: 'call-failed', taskId: 't', error })).toEqual({ kind: 'form', error });
  });

  it('runs once, and takes no answer to another task', () => {
    expect(nextFlow(running, { kind: 'run', taskId: 'u' })).toBe(running);
    expect(nextFlow(running, { kind: 'ended', taskId: 'u', answer })).toBe(running);
    expect(nextFlow(form, { kind: 'call-failed', taskId: 't', error })).toBe(form);
  });
});
