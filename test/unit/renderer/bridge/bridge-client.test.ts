import { describe, expect, it } from 'vitest';
import type { BridgeApi } from '#contract/contract';
import { createBridge } from '../../../../renderer/bridge/bridge-client';
import { BridgeError } from '../../../../renderer/bridge/bridge-error';

/** A page's desk that gives one envelope, whatever it is asked. */
const deskGiving = (envelope: unknown): BridgeApi => ({
  call: () => Promise.resolve(envelope as never),
  drop: () => Promise.resolve(envelope as never),
  on: () => () => undefined,
});

describe('the bridge client', () => {
  it('unwraps a good envelope', async () => {
    const bridge = createBridge(deskGiving({ ok: true, value: { latencyMs: 7 } }));
    expect(await bridge.call('connections:test', { connectionId: 'shop' })).toEqual({ latencyMs: 7 });
  });

  it('throws a failed envelope with everything it tells', async () => {
    const error = {
      code: 'provider/expiry-refused',
      message: 'Invalid expiry date',
      retryable: false,
      id: 'log-1',
      field: 'expiresAt',
      provider: { code: '00100', text: 'Invalid expiry date' },
    };
    const thrown: unknown = await createBridge(deskGiving({ ok: false, error }))
      .call('links:read', { key: 1 })
      .catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(BridgeError);
    expect(thrown).toMatchObject(error);
  });

  it('gives a call that never reached main the code app/unexpected and keeps the cause', async () => {
    const cause = new Error('the other side is gone');
    const desk: BridgeApi = { ...deskGiving({}), call: () => Promise.reject(cause) };
    await expect(createBridge(desk).call('jobs:list', {})).rejects.toMatchObject({
      code: 'app/unexpected',
      cause,
    });
  });

  it('hands on events and the end of a subscription', () => {
    let ended = false;
    const desk: BridgeApi = {
      ...deskGiving({}),
      on: () => () => {
        ended = true;
      },
    };
    createBridge(desk).on('links:changed', () => undefined)();
    expect(ended).toBe(true);
  });
});
