import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AuditEntry } from '#contract/audit';
import { errorCodes, type ErrorCode } from '#domain/app-error';
import { editableFields, type EditableField } from '#domain/capability';
import { formatAmount } from '#domain/money';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { useErrorWords } from '../../i18n/use-error-words';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { eventKey, isKnownEvent } from './event-words';
import { readEntry, type LoggedValue, type ReadEntry } from './read-entry';

const isField = (field: string): field is EditableField =>
  (editableFields as readonly string[]).includes(field);
const isStatus = (value: LoggedValue): value is LinkStatus =>
  (linkStatuses as readonly LoggedValue[]).includes(value);
const verbs = ['set-expiry', 'close', 'reopen', 'set-amount', 'set-order-text', 'edit', 'undo'] as const;
const decisions = ['mine', 'theirs', 'fields'] as const;

const isVerb = (verb: string): verb is (typeof verbs)[number] => (verbs as readonly string[]).includes(verb);
const isDecision = (keep: string): keep is (typeof decisions)[number] =>
  (decisions as readonly string[]).includes(keep);

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

/** An entry as a reader sees it. */
export interface WordedEntry {
  readonly event: string;
  /** What it is about: a link's id, a job, a connection's name. */
  readonly subject: string;
  /** The connection of a link, by its name where it is still known. */
  readonly connection: string | undefined;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  /** What a job does, or how a conflict was decided. */
  readonly deed: string;
  readonly provider: string;
  readonly reason: string;
}

/** Words entries of the log; what this version does not know stays as it was written. */
export function useEntryWords(): (entry: AuditEntry) => WordedEntry {
  const { t } = useTranslation(['audit', 'status', 'common']);
  const { dateTime, decimal } = useFormatters();
  const { settings, connections } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const all = useStore(connections, (state) => state.connections);
  const words = useErrorWords();
  return useMemo(() => {
    const nameOf = (id: string) => all?.find((known) => known.id === id)?.name;
    const value = (field: string, raw: LoggedValue): string => {
      if (raw === undefined || raw === '') return t('none');
      if (typeof raw === 'object') return `${raw.currency} ${decimal(formatAmount(raw))}`;
      if (field === 'status' && isStatus(raw)) return t(`status:${raw}`);
      return typeof raw === 'number' && field === 'expiresAt' ? dateTime(raw, zone) : String(raw);
    };
    const deedOf = ({ job, decision }: Pick<ReadEntry, 'job' | 'decision'>): string => {
      if (decision !== undefined) return isDecision(decision) ? t(`decision.${decision}`) : decision;
      if (job === undefined) return '';
      const verb = isVerb(job.verb) ? t(`verb.${job.verb}`) : job.verb;
      return job.links === undefined
        ? verb
        : t('deed', { verb, links: t('common:links', { count: job.links }) });
    };
    return (entry) => {
      const { subject, changes, provider, errorCode, name, ...read } = readEntry(entry);
      const subjects = {
        link: () => (subject.kind === 'link' ? subject.linkId : ''),
        job: () => (subject.kind === 'job' ? t('job', { id: subject.jobId.slice(0, 8) }) : ''),
        connection: () => name ?? nameOf(entry.subject) ?? entry.subject,
        other: () => entry.subject,
      };
      return {
        event: isKnownEvent(entry.event) ? t(`event.${eventKey(entry.event)}`) : entry.event,
        subject: subjects[subject.kind](),
        connection:
          subject.kind === 'link' ? (nameOf(subject.connectionId) ?? subject.connectionId) : undefined,
        changes: changes.map(({ field, before, after }) => ({
          field: isField(field) ? t(`field.${field}`) : field,
          before: value(field, before),
          after: value(field, after),
        })),
        deed: deedOf(read),
        provider: provider === undefined ? '' : [provider.code, provider.text].filter(Boolean).join(' · '),
        reason: errorCode === undefined ? '' : isErrorCode(errorCode) ? words(errorCode).title : errorCode,
      };
    };
  }, [t, dateTime, decimal, zone, all, words]);
}
