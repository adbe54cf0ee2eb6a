import type { Tone } from '../../ui/chip';

/** The events this version writes, with the colour of each; others are shown as they stand in the log. */
export const eventTones = {
  'edit.queued': 'neutral',
  'edit.sending': 'accent',
  'edit.applied': 'success',
  'edit.failed': 'danger',
  'edit.conflict': 'warning',
  'edit.skipped': 'neutral',
  'edit.unknown': 'violet',
  'edit.resolved': 'accent',
  'job.planned': 'neutral',
  'job.started': 'accent',
  'job.running': 'accent',
  'job.paused': 'neutral',
  'job.cancelled': 'neutral',
  'job.finished': 'success',
  'job.retried': 'accent',
  'connection-added': 'neutral',
  'connection-secrets-replaced': 'neutral',
  'connection-renamed': 'neutral',
  'connection-removed': 'neutral',
  'connection.undecided-edits': 'warning',
  'sync-started': 'accent',
  'sync-finished': 'success',
  'sync-cancelled': 'neutral',
  'creation-sent': 'accent',
  'creation-created': 'success',
  'creation-refused': 'danger',
  'creation-unknown': 'violet',
  'creation-not-made': 'neutral',
} as const satisfies Readonly<Record<string, Tone>>;

export type KnownEvent = keyof typeof eventTones;

export function isKnownEvent(event: string): event is KnownEvent {
  return Object.hasOwn(eventTones, event);
}

/** The name of an event's words: i18next takes dots for levels. */
export function eventKey<E extends KnownEvent>(event: E): EventKey<E> {
  // Replacing the first dot is what the type says.
  return event.replace('.', '-') as EventKey<E>;
}

type EventKey<E extends string> = E extends `${infer Head}.${infer Tail}` ? `${Head}-${Tail}` : E;
