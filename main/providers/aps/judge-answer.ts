import { AppError } from '#domain/app-error';
import { decodeEntities } from './html-entities';
import { errorOfCode, fieldOfText, isAboutCredentials } from './response-codes';
import { isSignedBy, type ApsFields, type SignatureKey } from './signature';
import { parseAnswer, parseVerdict } from './wire';

/** An answer that says what it should and is signed by APS. */
export interface GenuineAnswer {
  readonly fields: ApsFields;
  readonly provider: { readonly code: string; readonly text: string };
}

/** What an answer is judged against. */
export interface Expectation {
  /** Codes that count as success, in full. */
  readonly codes: readonly string[];
  readonly responseKey: SignatureKey;
  /** Without a genuine answer nobody knows what a write did. */
  readonly isWrite: boolean;
  /** Fields that must come back as they were sent, so that the answer to another request cannot pass for this one's. */
  readonly mirrored: ApsFields;
}

function notGenuine(provider: GenuineAnswer['provider'], reason: string, isWrite: boolean): AppError {
  const code = isWrite ? 'provider/outcome-unknown' : 'provider/answer-not-genuine';
  return new AppError(code, { provider, reason });
}

function refusal(provider: GenuineAnswer['provider'], isGenuine: boolean): AppError {
  const field = fieldOfText(provider.text);
  return new AppError(errorOfCode(provider.code), {
    message: `APS answered ${provider.code}: ${provider.text}`,
    provider,
    ...(field === undefined ? {} : { field }),
    ...(isGenuine ? {} : { reason: 'answer-not-genuine' }),
  });
}

/**
 * Decides what an answer means: its code first, its signature second, because an answer about wrong credentials cannot carry
 * a signature we could verify.
 *
 * - An expected code with a good signature is returned.
 * - An error is thrown by its code; `reason` is `answer-not-genuine` when its signature does not verify. For a write such an
 *   answer proves nothing, unless it is about the credentials, so it is `provider/outcome-unknown`.
 * - A success that does not verify, or answers another request, is `provider/answer-not-genuine`, for a write
 *   `provider/outcome-unknown`.
 */
export function judgeAnswer(body: unknown, expected: Expectation): GenuineAnswer {
  const fields = parseAnswer(body);
  const { code, text } = parseVerdict(fields);
  const provider = { code, text: decodeEntities(text) };
  const isGenuine = isSignedBy(fields, expected.responseKey);
  if (!expected.codes.includes(code)) {
    if (isGenuine || !expected.isWrite || isAboutCredentials(errorOfCode(code)))
      throw refusal(provider, isGenuine);
    throw notGenuine(provider, 'answer-not-genuine', true);
  }
  if (!isGenuine) throw notGenuine(provider, 'answer-not-genuine', expected.isWrite);
  const isMirrored = Object.entries(expected.mirrored).every(([name, sent]) => fields[name] === sent);
  if (!isMirrored) throw notGenuine(provider, 'other-request', expected.isWrite);
  return { fields, provider };
}
