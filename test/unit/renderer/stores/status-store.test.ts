import { expect, it } from 'vitest';
import type { AppStatus } from '#contract/app';
import { createStatusStore, followStatus } from '../../../../renderer/stores/status-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';

const opening: AppStatus = { version: '1', platform: 'linux', store: { state: 'opening' } };
const ready: AppStatus = { ...opening, store: { state: 'ready' } };

it('keeps what main announced while an older answer was on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<AppStatus>();
  const bridge = createFakeBridge({ 'app:status': () => promise });
  const store = createStatusStore(bridge);
  followStatus(bridge, store);
  const reading = store.getState().read();
  bridge.emit('app:status-changed', { status: ready });
  resolve(opening);
  await reading;
  expect(store.getState()).toMatchObject({ status: ready, busy: false });
});

it('takes the answer where nothing was announced meanwhile', async () => {
  const bridge = createFakeBridge({ 'app:status': () => opening });
  const store = createStatusStore(bridge);
  await store.getState().read();
  expect(store.getState()).toMatchObject({ status: opening, busy: false });
});
