import { describe, expect, it } from 'vitest';
import { makeLinks } from '../../../../main/practice-gateway/make-links';

const now = Date.parse('2026-11-20T12:00:00.700Z');
const links = makeLinks({ count: 2_000, seed: 7, now });

describe('makeLinks', () => {
  it('makes the same links from the same seed and others from another', () => {
    expect(makeLinks({ count: 2_000, seed: 7, now })).toEqual(links);
    expect(makeLinks({ count: 1, seed: 8, now })[0]?.id).not.toBe(links[0]?.id);
  });

  it('keeps ids and references the same on another day, and dates at the same distance', () => {
    const tomorrow = makeLinks({ count: 2_000, seed: 7, now: now + 86_400_000 });
    expect(tomorrow.map(({ id, reference }) => [id, reference])).toEqual(
      links.map(({ id, reference }) => [id, reference]),
    );
    expect(tomorrow[0]?.expiresAt).toBe((links[0]?.expiresAt ?? 0) + 86_400_000);
  });

  it('gives every link an id of 18 digits and a reference of its own', () => {
    for (const link of links) expect(link.id).toMatch(/^\d{18}$/);
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
    expect(new Set(links.map(({ reference }) => reference)).size).toBe(links.length);
  });

  it('has links of every status, lapsed ones and every currency among them', () => {
    const lapsed = links.filter(({ status, expiresAt }) => status === 'Open' && expiresAt <= now);
    expect(lapsed.length).toBeGreaterThan(200);
    expect(new Set(links.map(({ status }) => status))).toEqual(new Set(['Open', 'Paid', 'Closed']));
    expect(new Set(links.map(({ currency }) => currency))).toEqual(
      new Set(['KWD', 'SAR', 'AED', 'USD', 'BHD', 'JPY']),
    );
  });

  it('makes only values that the provider would have taken', () => {
    for (const link of links) {
      expect(link.customerName).toMatch(/^[\p{L}\p{M} _\\/.'-]{1,40}$/u);
      expect(link.orderText).toMatch(/^[\p{L}\p{M}\p{Nd} '/._#:$-]{1,150}$/u);
      expect(link.customerEmail).toMatch(/^[A-Za-z0-9_.@+-]+$/);
      expect(link.amountMinor).toBeGreaterThan(0);
      expect(link.createdAt).toBeLessThan(link.expiresAt);
      expect(link.createdAt).toBeLessThan(now);
      expect(link.expiresAt % 1000).toBe(0);
    }
    expect(links.some(({ customerName }) => /\p{Script=Arabic}/u.test(customerName))).toBe(true);
    expect(links.some(({ customerName }) => customerName.includes("'"))).toBe(true);
  });
});
