import { isAppError } from '#domain/app-error';

const MAX_CAUSES = 5;

/** Flattens anything thrown, with its causes, to plain data for the log. */
export function describeThrown(thrown: unknown, depth = 0): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { name, message, stack, cause } = thrown;
  const details = isAppError(thrown) ? { code: thrown.code, details: thrown.details } : systemCode(thrown);
  const causes =
    cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeThrown(cause, depth + 1) };
  return { name, message, ...details, stack, ...causes };
}

/** Node's own errors name their kind in `code`: ENOENT, ECONNREFUSED. */
function systemCode(error: Error): { readonly code?: string } {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
}
