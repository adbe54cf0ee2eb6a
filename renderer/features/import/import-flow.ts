import type { ChosenFile } from '#contract/import';
import type { ImportSummary } from '#domain/import-map';
import type { BridgeError } from '../../bridge/bridge-error';
import type { ImportForm } from './import-form';

/** Where an import stands. */
export type ImportFlow =
  | { readonly kind: 'empty'; readonly error?: BridgeError }
  | { readonly kind: 'choosing'; readonly before: ImportFlow }
  | {
      readonly kind: 'mapping';
      readonly file: ChosenFile;
      readonly form: ImportForm;
      /** The user has tried to run it: what is missing is marked. */
      readonly isTried: boolean;
      readonly error?: BridgeError;
    }
  | { readonly kind: 'running'; readonly file: ChosenFile; readonly form: ImportForm }
  | {
      readonly kind: 'done';
      readonly file: ChosenFile;
      readonly form: ImportForm;
      readonly summary: ImportSummary;
    };

export type ImportEvent =
  | { readonly kind: 'choose' }
  | { readonly kind: 'chosen'; readonly file: ChosenFile; readonly form: ImportForm }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'change-form'; readonly form: ImportForm }
  | { readonly kind: 'tried' }
  | { readonly kind: 'run' }
  | { readonly kind: 'ended'; readonly summary: ImportSummary }
  | { readonly kind: 'call-failed'; readonly error: BridgeError };

/** What follows from an event. An event that does not belong to where the import stands changes nothing. */
export function nextFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.kind) {
    case 'choose':
      return flow.kind === 'choosing' || flow.kind === 'running' ? flow : { kind: 'choosing', before: flow };
    case 'chosen':
      return flow.kind === 'choosing'
        ? { kind: 'mapping', file: event.file, form: event.form, isTried: false }
        : flow;
    case 'nothing-chosen':
      return flow.kind === 'choosing' ? flow.before : flow;
    case 'change-form':
      return flow.kind === 'mapping' ? mapping(flow, { form: event.form }) : flow;
    case 'tried':
      return flow.kind === 'mapping' ? mapping(flow, { isTried: true }) : flow;
    case 'run':
      return flow.kind === 'mapping' ? { kind: 'running', file: flow.file, form: flow.form } : flow;
    case 'ended':
      return flow.kind === 'running' ? { ...flow, kind: 'done', summary: event.summary } : flow;
    case 'call-failed':
      return afterFailure(flow, event.error);
  }
}

type Mapping = Extract<ImportFlow, { kind: 'mapping' }>;

/** A changed form: the last failure was about the form before. */
function mapping(
  { file, form, isTried }: Mapping,
  part: Partial<Pick<Mapping, 'form' | 'isTried'>>,
): Mapping {
  return { kind: 'mapping', file, form, isTried, ...part };
}

function afterFailure(flow: ImportFlow, error: BridgeError): ImportFlow {
  if (flow.kind === 'choosing') return { kind: 'empty', error };
  if (flow.kind === 'running') {
    return { kind: 'mapping', file: flow.file, form: flow.form, isTried: true, error };
  }
  return flow;
}
