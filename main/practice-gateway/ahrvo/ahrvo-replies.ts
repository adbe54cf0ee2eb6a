/** What Ahrvo's side answers: an HTTP status and a JSON body. */
export interface AhrvoReply {
  readonly status: number;
  readonly body: unknown;
}

/** The codes of Finix's error-codes page by their HTTP status. */
const codes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNKNOWN',
  402: 'DECLINED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  409: 'CONFLICT',
  422: 'UNPROCESSABLE_ENTITY',
};

/** A refusal in the body of Finix's OpenAPI file; one that names a field is an `INVALID_FIELD`. */
export function refusal(status: number, message: string, field?: string): AhrvoReply {
  const code = field === undefined ? (codes[status] ?? 'SERVER_ERROR') : 'INVALID_FIELD';
  const named = field === undefined ? {} : { field };
  const error = {
    logref: `practice-${String(status)}`,
    message,
    code,
    ...named,
    _links: { source: { href: '/' } },
  };
  return { status, body: { total: 1, _embedded: { errors: [error] } } };
}
