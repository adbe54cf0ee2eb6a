import type { ConnectionDraft, SecretsReplacement } from '#contract/connections';
import { judgeEndpoint, type EndpointProblem, type ShaType } from '#domain/provider';

export const formEnvironments = ['sandbox', 'production', 'custom'] as const;
export type FormEnvironment = (typeof formEnvironments)[number];

/** What the connection form holds, as typed. */
export interface ConnectionForm {
  readonly name: string;
  readonly environment: FormEnvironment;
  readonly endpoint: string;
  readonly merchantIdentifier: string;
  readonly accessCode: string;
  readonly shaType: ShaType;
  readonly requestPhrase: string;
  readonly responsePhrase: string;
}

export const emptyConnectionForm: ConnectionForm = {
  name: '',
  environment: 'sandbox',
  endpoint: '',
  merchantIdentifier: '',
  accessCode: '',
  shaType: 'SHA-256',
  requestPhrase: '',
  responsePhrase: '',
};

export const textFields = [
  'name',
  'endpoint',
  'merchantIdentifier',
  'accessCode',
  'requestPhrase',
  'responsePhrase',
] as const satisfies readonly (keyof ConnectionForm)[];
export type TextFieldName = (typeof textFields)[number];

/** The part of the form that proves who we are. */
export type ProofForm = Pick<ConnectionForm, 'shaType' | 'accessCode' | 'requestPhrase' | 'responsePhrase'>;
export const proofFields = [
  'accessCode',
  'requestPhrase',
  'responsePhrase',
] as const satisfies readonly TextFieldName[];
/** New secrets as the contract takes them. */
export type ProofDraft = Omit<SecretsReplacement, 'connectionId'>;

export type ConnectionProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'not-alphanumeric' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: EndpointProblem };

export interface FieldVerdict {
  readonly problems: Readonly<Partial<Record<TextFieldName, ConnectionProblem>>>;
  /** Fields with blanks at an end: pointed out, never removed by ourselves, because a phrase may begin or end with one. */
  readonly blanks: readonly TextFieldName[];
}

export interface ConnectionVerdict extends FieldVerdict {
  /** What can be tested and saved; undefined while a field has a problem. */
  readonly draft: ConnectionDraft | undefined;
}

/** Lengths as the contract allows them. */
const longest: Readonly<Record<TextFieldName, number>> = {
  name: 60,
  endpoint: 300,
  merchantIdentifier: 20,
  accessCode: 20,
  requestPhrase: 200,
  responsePhrase: 200,
};

function problemOf(
  field: TextFieldName,
  text: string,
  takenNames: readonly string[],
): ConnectionProblem | undefined {
  if (text.trim() === '') return { kind: 'required' };
  if (text.length > longest[field]) return { kind: 'too-long', max: longest[field] };
  switch (field) {
    case 'name': {
      const isTaken = takenNames.some((name) => name.toLowerCase() === text.trim().toLowerCase());
      return isTaken ? { kind: 'name-taken' } : undefined;
    }
    case 'endpoint': {
      const kind = judgeEndpoint(text);
      return kind === undefined ? undefined : { kind };
    }
    case 'merchantIdentifier':
    case 'accessCode':
      return /^[A-Za-z0-9]+$/.test(text) ? undefined : { kind: 'not-alphanumeric' };
    case 'requestPhrase':
    case 'responsePhrase':
      return undefined;
  }
}

/** Judges the form while it is filled in. The endpoint counts only for a custom environment. */
export function judgeConnection(form: ConnectionForm, takenNames: readonly string[]): ConnectionVerdict {
  const used = textFields.filter((field) => field !== 'endpoint' || form.environment === 'custom');
  const verdict = judgeFields(
    used.map((field) => [field, form[field]]),
    takenNames,
  );
  return { ...verdict, draft: isFlawless(verdict) ? draftOf(form) : undefined };
}

/** Judges new secrets while they are filled in, as those of a new connection are. */
export function judgeProof(form: ProofForm): FieldVerdict & { readonly draft: ProofDraft | undefined } {
  const verdict = judgeFields(
    proofFields.map((field) => [field, form[field]]),
    [],
  );
  return { ...verdict, draft: isFlawless(verdict) ? form : undefined };
}

const isFlawless = ({ problems }: FieldVerdict): boolean => Object.keys(problems).length === 0;

function judgeFields(
  fields: readonly (readonly [TextFieldName, string])[],
  takenNames: readonly string[],
): FieldVerdict {
  const problems: Partial<Record<TextFieldName, ConnectionProblem>> = {};
  for (const [field, text] of fields) {
    const problem = problemOf(field, text, takenNames);
    if (problem !== undefined) problems[field] = problem;
  }
  const blanks = fields.filter(
    ([field, text]) => field !== 'name' && text !== text.trim() && text.trim() !== '',
  );
  return { problems, blanks: blanks.map(([field]) => field) };
}

function draftOf({ endpoint, ...form }: ConnectionForm): ConnectionDraft {
  return {
    ...form,
    name: form.name.trim(),
    provider: 'aps',
    ...(form.environment === 'custom' ? { endpoint } : {}),
  };
}
