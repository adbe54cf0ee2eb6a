import { describe, expect, it } from 'vitest';
import { zoneOptions } from '../../../../renderer/ui/zone-options';

const winter = Date.UTC(2026, 0, 15);
const summer = Date.UTC(2026, 6, 15);

describe('the time zones on offer', () => {
  it('begin with the markets nearest to the users and name no zone twice', () => {
    const ids = zoneOptions('Asia/Kuwait', winter).map(({ id }) => id);
    expect(ids[0]).toBe('Asia/Kuwait');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(300);
  });

  it('always contain the one in use, even under an old name', () => {
    expect(zoneOptions('Asia/Calcutta', winter).some(({ id }) => id === 'Asia/Calcutta')).toBe(true);
  });

  it('show the offset of the present, not of the year', () => {
    const london = (now: number) => zoneOptions('UTC', now).find(({ id }) => id === 'Europe/London')?.offset;
    expect([london(winter), london(summer)]).toEqual(['+00:00', '+01:00']);
  });
});
