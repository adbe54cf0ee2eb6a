import { expect, it } from 'vitest';
import { fromZoned, startOfDay, toZoned } from '../../../../renderer/ui/zoned-instant';

const at = Date.UTC(2026, 10, 20, 9, 30);

it('shows the wall clock of the zone, whatever zone the machine is in', () => {
  expect(toZoned(at, 'Asia/Kuwait').hour).toBe(12);
  expect(toZoned(at, 'America/New_York').hour).toBe(4);
});

it('comes back as the same instant', () => {
  expect(fromZoned(toZoned(at, 'Asia/Kuwait'))).toBe(at);
});

it('drops seconds nobody can see', () => {
  expect(fromZoned(toZoned(at + 42_123, 'Asia/Kuwait'))).toBe(at);
});

it('keeps the instant on a day when the clocks go back', () => {
  const second = Date.UTC(2026, 9, 25, 1, 30);
  expect(fromZoned(toZoned(second, 'Europe/Berlin'))).toBe(second);
});

it('starts an empty field at midnight of the zone, not of the machine', () => {
  expect(startOfDay(at, 'Asia/Kuwait').toDate().toISOString()).toBe('2026-11-19T21:00:00.000Z');
});
