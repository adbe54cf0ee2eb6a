import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { KeptLinks } from '../../../../../main/store/columns/kept-links';
import { createLinkReader, type LinkReader } from '../../../../../main/store/columns/link-reader';
import type { StoreDatabase } from '../../../../../main/store/store-database';
import { aLink, tempStore, type TempStore } from '../../../../support/store/temp-store';

let store: TempStore;
let db: StoreDatabase;
/** Runs before a page of links with the same reference is read. */
let beforePage: () => void;
let links: KeptLinks;
beforeEach(() => {
  store = tempStore();
  db = store.raw();
  beforePage = () => undefined;
  links = new KeptLinks(watched(createLinkReader(db)));
});
afterEach(() => store.dispose());

function watched(reader: LinkReader): LinkReader {
  return {
    ...reader,
    texts: (column) => {
      const texts = reader.texts(column);
      const writes: typeof texts.writes = () => {
        if (column === 'reference') beforePage();
        return texts.writes();
      };
      return { ...texts, writes };
    },
  };
}

const size = 1600;
/** Links of one reference, in the index by their status and then by their key. */
function fill(count: number, from = 0): void {
  const status = (number: number) => (number % 2 === 0 ? 'open' : 'paid');
  store.methods.upsertLinks({
    links: Array.from({ length: count }, (_, index) =>
      aLink({ number: from + index, reference: 'same', status: status(from + index) }),
    ),
    source: 'import',
  });
}

/** The first page is read before it is asked what was written. */
function beforeSecondPage(work: () => void): () => void {
  let pages = 0;
  return () => {
    pages += 1;
    if (pages === 2) work();
  };
}

function workOff(): void {
  for (let steps = links.nextWork(); steps !== undefined; steps = links.nextWork()) {
    while (steps.next().done !== true);
  }
}

function byReference(): readonly number[] {
  links.catchUp();
  const order = links.orders.of('reference');
  if (!('order' in order)) throw new Error('References have an order.');
  expect(order.present).toBe(links.arrays.count);
  return [...order.order];
}

const everySlot = (count: number) => Array.from({ length: count }, (_, slot) => slot);
const forward = 'UPDATE link SET status = 4 WHERE key <= 200 AND status = 0';

describe('an order by texts many links share', () => {
  it('keeps links that stand where others stood before a write moved those', () => {
    fill(size);
    beforePage = beforeSecondPage(() => {
      db.exec(forward);
      links.touch(everySlot(200).map((slot) => slot + 1));
    });
    workOff();
    expect(byReference()).toEqual(everySlot(size));
  });

  it('does so also when somebody else has written', () => {
    fill(size);
    const other = store.raw();
    beforePage = beforeSecondPage(() => {
      other.exec(forward);
      links.touch(everySlot(200).map((slot) => slot + 1));
    });
    workOff();
    expect(byReference()).toEqual(everySlot(size));
  });

  it('keeps a link that a write moved past the reading when it is made anew', () => {
    fill(size);
    workOff();
    fill(600, size);
    links.touch(everySlot(600).map((slot) => size + slot + 1));
    links.catchUp();
    const last = size + 600;
    beforePage = beforeSecondPage(() => {
      db.exec(`UPDATE link SET status = 0, expires_at = 1 WHERE key = ${String(last)}`);
      links.touch([last]);
      links.catchUp();
    });
    workOff();
    expect(byReference()).toEqual(everySlot(last));
  });
});
