import type { AuditEntry } from '#contract/audit';
import type { Money } from '#domain/money';

/** A value as the log has it; what is none of these is shown as it stands. */
export type LoggedValue = string | number | Money | undefined;

export interface LoggedChange {
  readonly field: string;
  readonly before: LoggedValue;
  readonly after: LoggedValue;
}

/** What an entry is about: a link, a job or a connection. */
export type EntrySubject =
  | { readonly kind: 'link'; readonly connectionId: string; readonly linkId: string }
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'connection'; readonly connectionId: string }
  | { readonly kind: 'other'; readonly text: string };

/** What can be read of an entry's detail. The log outlives versions of this application, so nothing in it is taken for granted. */
export interface ReadEntry {
  readonly subject: EntrySubject;
  readonly changes: readonly LoggedChange[];
  readonly provider: { readonly code: string; readonly text: string } | undefined;
  readonly errorCode: string | undefined;
  /** The name a connection had. */
  readonly name: string | undefined;
  /** What a job does to its links, and to how many. */
  readonly job: { readonly verb: string; readonly links: number | undefined } | undefined;
  /** How a conflict was decided. */
  readonly decision: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | undefined =>
  // An object's fields can be read by name, whatever they hold.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function valueOf(value: unknown): LoggedValue {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  const money = fieldsOf(value);
  const { amountMinor, currency } = money ?? {};
  if (Number.isSafeInteger(amountMinor) && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) {
    return { amountMinor: amountMinor as number, currency };
  }
  return JSON.stringify(value);
}

function changesOf(detail: Fields | undefined): readonly LoggedChange[] {
  const changes = detail?.['changes'];
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) => {
    const fields = fieldsOf(change);
    const field = textOf(fields?.['field']);
    if (field === undefined) return [];
    return [{ field, before: valueOf(fields?.['before']), after: valueOf(fields?.['after']) }];
  });
}

function providerOf(detail: Fields | undefined): ReadEntry['provider'] {
  const provider = fieldsOf(detail?.['provider']);
  const code = textOf(provider?.['code']);
  const text = textOf(provider?.['text']);
  return code === undefined && text === undefined ? undefined : { code: code ?? '', text: text ?? '' };
}

function subjectOf({ event, subject }: AuditEntry): EntrySubject {
  if (event.startsWith('edit.')) {
    const slash = subject.indexOf('/');
    if (slash > 0) {
      return { kind: 'link', connectionId: subject.slice(0, slash), linkId: subject.slice(slash + 1) };
    }
  }
  if (event.startsWith('job.')) return { kind: 'job', jobId: subject };
  if (/^(connection|sync|creation)/.test(event)) return { kind: 'connection', connectionId: subject };
  return { kind: 'other', text: subject };
}

function jobOf(detail: Fields | undefined): ReadEntry['job'] {
  const verb = textOf(fieldsOf(detail?.['change'])?.['verb']);
  if (verb === undefined) return undefined;
  const counts = Object.values(fieldsOf(detail?.['counts']) ?? {}).filter(
    (count) => typeof count === 'number',
  );
  const links = counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
  return { verb, links };
}

/** Reads what an entry tells; parts that are missing or of another shape are left out. */
export function readEntry(entry: AuditEntry): ReadEntry {
  const detail = fieldsOf(entry.detail);
  return {
    subject: subjectOf(entry),
    changes: changesOf(detail),
    provider: providerOf(detail),
    errorCode: textOf(detail?.['errorCode']) ?? textOf(detail?.['pausedBy']),
    name: textOf(detail?.['name']),
    job: jobOf(detail),
    decision: textOf(fieldsOf(detail?.['choice'])?.['keep']),
  };
}
