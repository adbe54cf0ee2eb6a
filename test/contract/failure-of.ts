import { isAppError, type AppError } from '#domain/app-error';

/** The AppError a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const thrown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (isAppError(thrown)) return thrown;
  throw new Error(`Expected an AppError, got ${String(thrown)}`);
}
