import { describeThrown } from './describe-thrown';
import { redactValue, type Redact } from './redact';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Plain values beside a message; `error` may be anything thrown. Everything is redacted before it is written. */
export type LogFields = Readonly<Record<string, unknown>>;

export type LogMethod = (message: string, fields?: LogFields) => void;

export type Logger = { readonly [L in LogLevel]: LogMethod } & {
  /** A logger whose entries carry the name of a part of the application. */
  readonly named: (part: string) => Logger;
};

/** Where lines go. `write` never throws and never waits. */
export interface LogSink {
  readonly write: (line: string) => void;
  /** Resolves when everything written so far is where it belongs. */
  readonly close: () => Promise<void>;
}

export interface LoggerOptions {
  readonly sinks: readonly LogSink[];
  readonly redact: Redact;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The lowest level that is written; `info` unless told. */
  readonly minLevel?: LogLevel;
}

/** The longest text of one field, in characters: enough for an answer's body, too little to fill a disk. */
const MAX_TEXT = 20_000;

/** Makes a logger that writes one redacted JSON object per line. Logging never throws. */
export function createLogger(options: LoggerOptions, part?: string): Logger {
  const lowest = logLevels.indexOf(options.minLevel ?? 'info');
  const method =
    (level: LogLevel): LogMethod =>
    (message, fields = {}) => {
      if (logLevels.indexOf(level) < lowest) return;
      const entry = {
        at: new Date(options.now()).toISOString(),
        level,
        ...(part === undefined ? {} : { part }),
      };
      const line = lineOf(entry, { message, ...fields }, options.redact);
      for (const sink of options.sinks) sink.write(line);
    };
  return {
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    named: (name) => createLogger(options, name),
  };
}

/** The entry's own members come first and win over fields of the same name. */
function lineOf(entry: object, fields: LogFields, redact: Redact): string {
  try {
    const plain = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        value instanceof Error ? describeThrown(value) : value,
      ]),
    );
    const safe = redactValue(plain, (text) => redact(shortened(text)));
    return `${JSON.stringify(Object.assign({}, entry, safe, entry))}\n`;
  } catch {
    const message = redact(shortened(String(fields['message'])));
    return `${JSON.stringify({ ...entry, message, fields: 'not writable' })}\n`;
  }
}

function shortened(text: string): string {
  return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT);
}
