import { describe, expect, it } from 'vitest';
import { olderTwin } from '../../../../../renderer/features/links/editor/older-twin';
import { sampleAhrvo, sampleAps, sampleLink } from '../../../../support/renderer/sample-links';

const all = [sampleAps, sampleAhrvo];
const link = (key: number, createdAt?: number, part: object = {}) =>
  sampleLink({ key, ...(createdAt === undefined ? {} : { createdAt }), ...part });

describe('the older of two links that ask for the same', () => {
  it('is the one that was made first, be it the one in front or another', () => {
    expect(olderTwin(link(1, 10), [link(2, 20)], all)).toMatchObject({ isSelf: true, link: { key: 1 } });
    expect(olderTwin(link(1, 30), [link(2, 20), link(3, 10)], all)).toMatchObject({
      isSelf: false,
      link: { key: 3 },
      reason: undefined,
    });
  });

  it('is not known where a date is missing or two are the same', () => {
    expect(olderTwin(link(1), [link(2, 20)], all)).toEqual({ kind: 'unknown' });
    expect(olderTwin(link(1, 5), [link(2)], all)).toEqual({ kind: 'unknown' });
    expect(olderTwin(link(1, 5), [link(2, 5)], all)).toEqual({ kind: 'unknown' });
  });

  it('says why it cannot be closed', () => {
    expect(olderTwin(link(1, 5, { pending: true }), [link(2, 9)], all)).toMatchObject({
      reason: 'edit-waiting',
    });
    const expired = { connectionId: 'network', status: 'expired' };
    expect(olderTwin(link(1, 5, expired), [link(2, 9)], all)).toMatchObject({ reason: 'expired-final' });
    expect(olderTwin(link(1, 5, { connectionId: 'gone' }), [link(2, 9)], all)).toMatchObject({
      reason: 'not-offered',
    });
  });
});
