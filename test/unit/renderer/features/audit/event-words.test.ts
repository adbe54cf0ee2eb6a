import { expect, it } from 'vitest';
import { editStates } from '#domain/edit-state';
import { eventKey, eventTones, isKnownEvent } from '../../../../../renderer/features/audit/event-words';
import { en } from '../../../../../renderer/features/audit/wording/en';

it('words every event that this version writes, and none besides', () => {
  // Looked up by name: every known event has a key in the catalogue.
  const keys = Object.keys(eventTones).filter(isKnownEvent).map(eventKey);
  expect(keys.sort()).toEqual(Object.keys(en.event).sort());
});

it('knows every step an edit can take once its job has started', () => {
  const steps = editStates.filter((state) => state !== 'planned').map((state) => `edit.${state}`);
  expect(steps.filter((event) => !isKnownEvent(event))).toEqual([]);
});

it('does not take a name that every object has for an event', () => {
  expect(isKnownEvent('toString')).toBe(false);
});
