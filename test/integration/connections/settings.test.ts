import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettings, defaultSettings } from '../../../main/settings/read-settings';
import type { StoreClient } from '../../../main/store/store-client';
import { openTestStore } from '../../support/test-store';

let store: StoreClient;
let close: () => void;

beforeEach(() => {
  ({ store, close } = openTestStore());
});

afterEach(() => {
  close();
});

describe('settings', () => {
  it('start with the language and the zone of the operating system', async () => {
    expect(defaultSettings('ar-KW', 'Asia/Kuwait')).toMatchObject({ language: 'ar', zone: 'Asia/Kuwait' });
    expect(defaultSettings('de', 'Nowhere/At-All')).toMatchObject({ language: 'en', zone: 'UTC' });
    const settings = createSettings(store, defaultSettings('en', 'Asia/Kuwait'));
    expect(await settings.read()).toEqual({
      language: 'en',
      theme: 'system',
      density: 'normal',
      zone: 'Asia/Kuwait',
      businessDays: { weekend: 'sat-sun', holidays: [] },
      views: [],
      exportPresets: [],
      rememberedImports: [],
    });
  });

  it('keep what was written and leave the rest', async () => {
    const settings = createSettings(store, defaultSettings('en', 'UTC'));
    await settings.write({ theme: 'dark', zone: 'Africa/Cairo' });
    expect(await settings.read()).toMatchObject({ theme: 'dark', zone: 'Africa/Cairo', language: 'en' });
  });

  it('fall back to the default where a stored value no longer makes sense', async () => {
    await store.call('writeSetting', { name: 'theme', value: 'plaid' });
    await store.call('writeSetting', { name: 'zone', value: 'Atlantis/Capital' });
    const settings = createSettings(store, defaultSettings('en', 'UTC'));
    expect(await settings.read()).toMatchObject({ theme: 'system', zone: 'UTC' });
  });

  it('keep the columns, and fall back to the usual ones where they no longer make sense', async () => {
    const settings = createSettings(store, defaultSettings('en', 'UTC'));
    const columns = { order: ['amount'], hidden: ['linkId'], widths: { amount: 180 } };
    await settings.write({ columns });
    expect(await settings.read()).toMatchObject({ columns });
    await store.call('writeSetting', { name: 'columns', value: { ...columns, widths: { amount: -1 } } });
    expect(await settings.read()).not.toHaveProperty('columns');
  });

  it('keep the views that can be read beside one that cannot', async () => {
    const settings = createSettings(store, defaultSettings('en', 'UTC'));
    const mine = { id: 'mine', name: 'Mine', filter: { words: ['noor'] }, sort: [] };
    await store.call('writeSetting', { name: 'views', value: [{ id: 'broken' }, mine] });
    expect((await settings.read()).views).toEqual([mine]);
  });
});
