import { afterEach, describe, expect, it } from 'vitest';
import type { Faults } from '../../main/practice-gateway/faults';
import {
  startPracticeGateway,
  type GatewayOptions,
  type PracticeGateway,
} from '../../main/practice-gateway/practice-gateway';
import { createAhrvoProvider, type AhrvoOptions } from '../../main/providers/ahrvo/ahrvo-provider';
import { ahrvoOptionsFor } from './ahrvo-subject';
import { readList } from './read-list';

let gateway: PracticeGateway;

async function open(more: Partial<GatewayOptions> = {}, options: Partial<AhrvoOptions> = {}) {
  gateway = await startPracticeGateway({ port: 0, links: 20, seed: 7, ahrvoLinks: 345, ...more });
  return createAhrvoProvider({ ...ahrvoOptionsFor(gateway), merchantId: undefined, ...options });
}

const idsOf = () =>
  gateway
    .ahrvoLinks()
    .map(({ id }) => id)
    .sort();

describe('a list in every shape that the documents leave open', () => {
  afterEach(() => gateway.stop());

  it.each([
    ['cursor', '2022-02-01', {}],
    ['offset', '', {}],
    ['offset', '2022-02-01', {}],
    ['both', '2022-02-01', {}],
    ['no-cursor', '2022-02-01', {}],
    ['no-cursor', '2022-02-01', { ignoresCursor: {} }],
    ['cursor', '2022-02-01', { missingCursor: {} }],
    ['by-version', '2022-02-01', {}],
    ['by-version', '2018-01-01', {}],
    ['offset', '2022-02-01', { countLies: {} }],
    ['offset', '', { textValues: {} }],
    ['cursor', '', { textValues: {} }],
  ] as const)(
    'is read whole when it is %s for version "%s", with %o',
    async (shape, apiVersion, faults: Faults) => {
      const provider = await open({ ahrvoShape: shape, faults }, { apiVersion });
      const { links, end, outside } = await readList(() => provider);
      expect([...links.keys()].sort()).toEqual(idsOf());
      expect({ end, outside }).toEqual({ end: 'end', outside: 0 });
    },
  );

  it.each([[100], [200], [99], [1], [0]])('is read whole when it has %i links', async (count) => {
    for (const shape of ['cursor', 'offset', 'no-cursor'] as const) {
      const provider = await open({ ahrvoShape: shape, ahrvoLinks: count });
      const { links, end } = await readList(() => provider);
      expect({ size: links.size, end }).toEqual({ size: count, end: 'end' });
      await gateway.stop();
    }
  });

  it.each(['cursor', 'offset', 'both', 'no-cursor'] as const)(
    'is left as incomplete when a %s list always answers with its first page',
    async (shape) => {
      const provider = await open({ ahrvoShape: shape, faults: { repeatsPage: {} } });
      const { links, end, pages } = await readList(() => provider);
      expect(links.size).toBe(100);
      expect(end).toBe('incomplete');
      expect(pages).toBeLessThan(10);
    },
  );

  it.each(['cursor', 'offset', 'no-cursor'] as const)(
    'misses no link that was there before when links come and are paid between the pages of a %s list',
    async (shape) => {
      const provider = await open({ ahrvoShape: shape, faults: { listMoves: {} } });
      const before = idsOf();
      const { links } = await readList(() => provider);
      expect(before.filter((id) => !links.has(id))).toEqual([]);
    },
  );

  it('tells how many links there are where offsets tell it, and believes no count that is too small', async () => {
    const provider = await open({ ahrvoShape: 'offset' });
    expect((await readList(() => provider)).totals.at(-1)).toBe(345);
    await gateway.setFaults({ countLies: {} });
    expect((await readList(() => provider)).totals.slice(0, -1).every((total) => total === undefined)).toBe(
      true,
    );
  });

  it('is read state by state behind the ten thousand links that offsets reach', async () => {
    const provider = await open({ ahrvoShape: 'offset', ahrvoLinks: 21_000 });
    const { links, end } = await readList(() => provider);
    expect(links.size).toBe(21_000);
    expect(end).toBe('end');
    const offsets = gateway.requests().latest.map(({ fields }) => Number(fields['offset'] ?? 0));
    expect(Math.max(...offsets)).toBeLessThan(10_000);
  }, 60_000);

  it('is incomplete when one state alone has more links than that', async () => {
    const provider = await open({ ahrvoShape: 'offset', ahrvoLinks: 36_000 });
    const { links, end } = await readList(() => provider);
    expect(end).toBe('incomplete');
    expect(links.size).toBeGreaterThan(30_000);
  }, 60_000);

  it('is incomplete when states are passed over too', async () => {
    const provider = await open({ ahrvoShape: 'offset', ahrvoLinks: 12_000, faults: { ignoresFilters: {} } });
    const { end } = await readList(() => provider);
    expect(end).toBe('incomplete');
  }, 60_000);

  it('goes on by offset when a guessed cursor is refused', async () => {
    let refusals = 0;
    const provider = await open(
      { ahrvoShape: 'no-cursor' },
      {
        fetch: (url, init) => {
          if (!url.includes('after_cursor')) return fetch(url, init);
          refusals += 1;
          return Promise.resolve(Response.json({ message: 'unknown parameter' }, { status: 400 }));
        },
      },
    );
    const { links, end } = await readList(() => provider);
    expect({ size: links.size, end, refusals }).toEqual({ size: 345, end: 'end', refusals: 1 });
  });

  it('says which rows are no links and keeps the others', async () => {
    const provider = await open({ faults: { badRow: {} } });
    const { links, rejected, pages } = await readList(() => provider);
    expect(rejected).toBe(pages);
    expect(links.size).toBe(345 - pages);
  });

  it('asks for one merchant, and counts what comes of others', async () => {
    await open();
    const { merchantId } = gateway.ahrvoAccount;
    const ours = gateway.ahrvoLinks().filter((link) => link.merchantId === merchantId);
    const provider = createAhrvoProvider({ ...ahrvoOptionsFor(gateway), merchantId });
    const asked = await readList(() => provider);
    expect({ size: asked.links.size, outside: asked.outside }).toEqual({ size: ours.length, outside: 0 });
    expect(ours.length).toBeLessThan(345);
    await gateway.setFaults({ ignoresFilters: {} });
    const ignored = await readList(() => provider);
    expect({ size: ignored.links.size, outside: ignored.outside }).toEqual({
      size: 345,
      outside: 345 - ours.length,
    });
  });
});
