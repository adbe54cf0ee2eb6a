import { hide, hideButTail } from './mask';
import { redactCards } from './redact-cards';
import { isSensitiveName, maskNamed, patternWith } from './sensitive-keys';

export type Redact = (text: string) => string;

// A value may be cut off by the end of a shortened text, hence `|$`.
const jsonMember = patternWith(String.raw`"(<name>)"(\s*:\s*)"((?:[^"\\]|\\.)*)(?:"|\\?$)`, 'gis');
const escapedJsonMember = patternWith(String.raw`\\"(<name>)\\"(\s*:\s*)\\"((?:(?!\\").)*)(?:\\"|$)`, 'gis');
const formField = patternWith(String.raw`(?<![\w-])(<name>)=([^&\s"'<>]+)`, 'gi');

/** Hides the values of sensitive names in JSON, also in JSON that is itself a JSON string. */
export function redactJson(text: string): string {
  return text
    .replace(jsonMember, (_all, ...[name = '', colon = '', value = '']: string[]) => {
      return `"${name}"${colon}"${maskNamed(name, value)}"`;
    })
    .replace(escapedJsonMember, (_all, ...[name = '', colon = '', value = '']: string[]) => {
      return String.raw`\"${name}\"${colon}\"${maskNamed(name, value)}\"`;
    });
}

/** Hides the values of sensitive names in query strings and form bodies. */
export function redactFormFields(text: string): string {
  return text.replace(formField, (_all, name: string, value: string) => `${name}=${maskNamed(name, value)}`);
}

/** Hides what follows `Authorization:`, and tokens behind `Basic` and `Bearer` wherever they stand. */
export function redactAuthorization(text: string): string {
  return text
    .replace(/\b(authorization["']?\s*[:=]\s*["']?)(?:([a-z]+)[ \t]+)?[^\s,;"']+/gi, (_all, head, scheme) => {
      return `${String(head)}${scheme === undefined ? '' : `${String(scheme)} `}${hide()}`;
    })
    .replace(/\b(Basic|Bearer) ([A-Za-z0-9+/=._~-]{8,})/gi, (found, scheme: string, token: string) => {
      return isToken(token) ? `${scheme} ${hide()}` : found;
    });
}

/** A token has a digit, a capital inside or padding; "basic information" and "Bearer authentication" have not. */
function isToken(text: string): boolean {
  return /\d|=|.[A-Z]/.test(text);
}

/** Hides the user and password of `https://user:password@host`. */
export function redactUrlLogins(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@?#"'<>]+@/gi, `$1${hide()}@`);
}

/** Hides the part of an e-mail address before the @. `name@1.2.3`, a package's version, has no top-level domain. */
export function redactEmails(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@(?=(?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu,
    `${hide()}@`,
  );
}

/** Hides SHA-256 and SHA-512 signatures in hexadecimal but for the last three digits. */
export function redactSignatures(text: string): string {
  return text.replace(/(?<![\da-z])(?:[\da-f]{128}|[\da-f]{64})(?![\da-z])/gi, hideButTail);
}

/** In this order: a login in a URL must not be taken for an e-mail address, nor a hash for a card number. */
const steps: readonly Redact[] = [
  redactJson,
  redactAuthorization,
  redactFormFields,
  redactUrlLogins,
  redactEmails,
  redactSignatures,
  redactCards,
];

/** Hides everything that looks like a secret or like personal data. */
export function redactAll(text: string): string {
  return steps.reduce((redacted, step) => step(redacted), text);
}

/** Shorter ones would take harmless words apart; no provider issues such. */
const SHORTEST_KNOWN_SECRET = 4;

/**
 * Makes a redaction that also hides the given secrets wherever they stand, as they are and as JSON and URLs spell
 * them. The secrets are read at every call, so that a live set may be given.
 */
export function createRedactor(knownSecrets: Iterable<string>): Redact {
  return (text) => redactAll(hideKnown(text, knownSecrets));
}

function hideKnown(text: string, knownSecrets: Iterable<string>): string {
  const spellings = [...knownSecrets]
    .filter((known) => known.length >= SHORTEST_KNOWN_SECRET)
    .flatMap((known) => [known, JSON.stringify(known).slice(1, -1), encodeURIComponent(known)])
    // A secret that contains another one goes first, or its remains would show.
    .sort((one, other) => other.length - one.length);
  return spellings.reduce((hidden, spelling) => hidden.replaceAll(spelling, hide()), text);
}

/** Redacts every text inside a plain value, and the whole value of a sensitive name. Depth is limited, cycles end. */
export function redactValue(value: unknown, redact: Redact, depth = 0): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, redactMember(name, member, { redact, depth })]),
  );
}

const MAX_DEPTH = 8;

function redactMember(
  name: string,
  member: unknown,
  { redact, depth }: { redact: Redact; depth: number },
): unknown {
  if (!isSensitiveName(name) || member === null || typeof member === 'boolean') {
    return redactValue(member, redact, depth + 1);
  }
  return typeof member === 'string' ? maskNamed(name, member) : hide();
}
