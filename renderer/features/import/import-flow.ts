import type { ChosenFile } from '#contract/import';
import type { ImportSummary } from '#domain/import-map';
import type { FileShape } from '#domain/import-reading';
import type { BridgeError } from '../../bridge/bridge-error';
import type { ImportForm } from './form-state';
import { afterReread } from './reading-form';

/** Where an import stands. */
export type ImportFlow =
  | { readonly kind: 'empty'; readonly error?: ImportFailure }
  | { readonly kind: 'choosing'; readonly before: ImportFlow }
  | Mapping
  | { readonly kind: 'running'; readonly file: ChosenFile; readonly form: ImportForm }
  | {
      readonly kind: 'done';
      readonly file: ChosenFile;
      readonly form: ImportForm;
      readonly summary: ImportSummary;
    };

/** What went wrong: a call, or a drop that cannot be one file. */
export type ImportFailure = BridgeError | 'several-files';

export interface Mapping {
  readonly kind: 'mapping';
  readonly file: ChosenFile;
  readonly form: ImportForm;
  /** The form was filled as the last file with these headers was read. */
  readonly isRecalled: boolean;
  /** The user has tried to run it: what is missing is marked. */
  readonly isTried: boolean;
  /** The shape under which the file is being read again, with the form as it was before. */
  readonly rereading?: { readonly shape: FileShape; readonly before: ImportForm };
  readonly error?: ImportFailure;
}

export type ImportEvent =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'chosen';
      readonly file: ChosenFile;
      readonly form: ImportForm;
      readonly isRecalled: boolean;
    }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'refused'; readonly why: 'several-files' }
  | { readonly kind: 'change-form'; readonly form: ImportForm }
  | { readonly kind: 'start-afresh'; readonly form: ImportForm }
  | { readonly kind: 'reread'; readonly form: ImportForm; readonly shape: FileShape }
  | { readonly kind: 'was-reread'; readonly shape: FileShape; readonly file: ChosenFile }
  | { readonly kind: 'tried' }
  | { readonly kind: 'run' }
  | { readonly kind: 'ended'; readonly summary: ImportSummary }
  | { readonly kind: 'call-failed'; readonly error: BridgeError };

/** What follows from an event. An event that does not belong to where the import stands changes nothing. */
export function nextFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.kind) {
    case 'choose':
      return flow.kind === 'choosing' || flow.kind === 'running' ? flow : { kind: 'choosing', before: flow };
    case 'chosen': {
      const { file, form, isRecalled } = event;
      return flow.kind === 'choosing' ? { kind: 'mapping', file, form, isRecalled, isTried: false } : flow;
    }
    case 'nothing-chosen':
      return flow.kind === 'choosing' ? flow.before : flow;
    case 'refused':
      return refused(flow, event.why);
    case 'run':
      return flow.kind === 'mapping' && flow.rereading === undefined
        ? { kind: 'running', file: flow.file, form: flow.form }
        : flow;
    case 'ended':
      return flow.kind === 'running' ? { ...flow, kind: 'done', summary: event.summary } : flow;
    case 'call-failed':
      return afterFailure(flow, event.error);
    default:
      return flow.kind === 'mapping' ? nextMapping(flow, event) : flow;
  }
}

type MappingEvent = Extract<
  ImportEvent,
  { kind: 'change-form' | 'start-afresh' | 'reread' | 'was-reread' | 'tried' }
>;

/** A changed form: the last failure was about the form before. */
function nextMapping({ error, ...flow }: Mapping, event: MappingEvent): Mapping {
  const told = error === undefined ? {} : { error };
  switch (event.kind) {
    case 'change-form':
      return { ...flow, form: event.form };
    case 'start-afresh':
      return { ...flow, form: event.form, isRecalled: false };
    case 'tried':
      return { ...flow, ...told, isTried: true };
    case 'reread': {
      const { form, shape } = event;
      return { ...flow, form, rereading: { shape, before: flow.rereading?.before ?? flow.form } };
    }
    case 'was-reread': {
      const { rereading, ...rest } = flow;
      // An answer to another shape than the one asked for last is out of date.
      if (rereading?.shape !== event.shape) return { ...flow, ...told };
      const file = withQuestionsOf(event.file, rest.file);
      return { ...rest, file, form: afterReread(rest.form, rest.file, file) };
    }
  }
}

/** A file that was read in the encoding it was asked for no longer asks for it; the question and its answer stay in sight. */
function withQuestionsOf(file: ChosenFile, before: ChosenFile): ChosenFile {
  const wasAsked = before.questions.includes('encoding') && !file.questions.includes('encoding');
  return wasAsked ? { ...file, questions: ['encoding', ...file.questions] } : file;
}

function refused(flow: ImportFlow, error: 'several-files'): ImportFlow {
  if (flow.kind === 'mapping') return { ...flow, error };
  return flow.kind === 'empty' || flow.kind === 'done' ? { kind: 'empty', error } : flow;
}

function afterFailure(flow: ImportFlow, error: BridgeError): ImportFlow {
  if (flow.kind === 'choosing') return { kind: 'empty', error };
  if (flow.kind === 'running') {
    const { file, form } = flow;
    return { kind: 'mapping', file, form, isRecalled: false, isTried: true, error };
  }
  if (flow.kind !== 'mapping' || flow.rereading === undefined) return flow;
  const { rereading, ...rest } = flow;
  return { ...rest, form: rereading.before, error };
}
