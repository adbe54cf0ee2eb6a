import { judgeEndpoint, type EndpointProblem } from '#domain/provider';

/** Every field of text that a connection of some provider has. */
export const textFields = [
  'name',
  'endpoint',
  'merchantIdentifier',
  'accessCode',
  'requestPhrase',
  'responsePhrase',
  'username',
  'password',
  'merchantId',
  'applicationId',
  'apiVersion',
] as const;
export type TextFieldName = (typeof textFields)[number];

export type ConnectionProblem =
  | { readonly kind: 'required' }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'not-alphanumeric' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'has-colon' }
  | { readonly kind: 'has-control' }
  | { readonly kind: 'not-an-id' }
  | { readonly kind: 'not-a-version' }
  | { readonly kind: EndpointProblem };

export interface FieldVerdict {
  readonly problems: Readonly<Partial<Record<TextFieldName, ConnectionProblem>>>;
  /** Fields with blanks at an end: pointed out, never removed by ourselves, because a phrase may begin or end with one. */
  readonly blanks: readonly TextFieldName[];
}

/** Lengths as the contract allows them. */
const longest: Readonly<Record<TextFieldName, number>> = {
  name: 60,
  endpoint: 300,
  merchantIdentifier: 20,
  accessCode: 20,
  requestPhrase: 200,
  responsePhrase: 200,
  username: 200,
  password: 200,
  merchantId: 100,
  applicationId: 100,
  apiVersion: 10,
};

const optional: ReadonlySet<TextFieldName> = new Set(['merchantId', 'applicationId', 'apiVersion']);
export const isOptional = (field: TextFieldName): boolean => optional.has(field);

export const isFlawless = ({ problems }: FieldVerdict): boolean => Object.keys(problems).length === 0;

/** Judges fields with their texts; `takenNames` are those of other connections. */
export function judgeFields(
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

function problemOf(
  field: TextFieldName,
  text: string,
  takenNames: readonly string[],
): ConnectionProblem | undefined {
  if (text === '' && isOptional(field)) return undefined;
  if (text.trim() === '') return { kind: 'required' };
  if (text.length > longest[field]) return { kind: 'too-long', max: longest[field] };
  const kind = kindOfProblem(field, text, takenNames);
  return kind === undefined ? undefined : { kind };
}

type PlainKind = Exclude<ConnectionProblem['kind'], 'required' | 'too-long'>;

function kindOfProblem(
  field: TextFieldName,
  text: string,
  takenNames: readonly string[],
): PlainKind | undefined {
  switch (field) {
    case 'name':
      return takenNames.some((name) => name.toLowerCase() === text.trim().toLowerCase())
        ? 'name-taken'
        : undefined;
    case 'endpoint':
      return judgeEndpoint(text);
    case 'merchantIdentifier':
    case 'accessCode':
      return /^[A-Za-z0-9]+$/.test(text) ? undefined : 'not-alphanumeric';
    case 'requestPhrase':
    case 'responsePhrase':
      return undefined;
    case 'username':
      // HTTP Basic: the first colon ends the user name (RFC 7617).
      if (text.includes(':')) return 'has-colon';
      return hasControl(text) ? 'has-control' : undefined;
    case 'password':
      return hasControl(text) ? 'has-control' : undefined;
    case 'merchantId':
    case 'applicationId':
      return /^[\w.-]+$/.test(text) ? undefined : 'not-an-id';
    case 'apiVersion':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : 'not-a-version';
  }
}

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);
