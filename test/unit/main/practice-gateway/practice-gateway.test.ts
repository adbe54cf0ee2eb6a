import { describe, expect, it } from 'vitest';
import {
  startPracticeGateway,
  type PracticeGateway,
} from '../../../../main/practice-gateway/practice-gateway';

async function withGateway(run: (gateway: PracticeGateway) => Promise<void>): Promise<void> {
  const gateway = await startPracticeGateway({ port: 0, links: 3, seed: 7 });
  try {
    await run(gateway);
  } finally {
    await gateway.stop();
  }
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('startPracticeGateway', () => {
  it('listens on loopback only and serves nothing but the payment API', () =>
    withGateway(async (gateway) => {
      expect(gateway.apsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/FortAPI\/paymentApi$/);
      expect((await fetch(gateway.apsUrl)).status).toBe(404);
      expect((await post(new URL('/', gateway.apsUrl).href, '{}')).status).toBe(404);
    }));

  it('has the same account for the same seed', () =>
    withGateway(async (first) => {
      await withGateway((second) => {
        expect(second.credentials).toEqual(first.credentials);
        return Promise.resolve();
      });
    }));

  it('goes away and comes back on the same port', () =>
    withGateway(async (gateway) => {
      await gateway.setFaults({ offline: {} });
      await expect(post(gateway.apsUrl, '{}')).rejects.toThrow();
      await gateway.setFaults({});
      expect((await post(gateway.apsUrl, '{}')).status).toBe(200);
    }));

  it('lets another process with the token switch faults, and nobody else', () =>
    withGateway(async (gateway) => {
      const faults = JSON.stringify({ error5xx: { next: 1 } });
      expect((await post(gateway.controlUrl, faults)).status).toBe(403);
      const token = { 'x-control-token': gateway.controlToken };
      expect((await post(gateway.controlUrl, '{"nosuch":{}}', token)).status).toBe(400);
      expect((await post(gateway.controlUrl, 'null', token)).status).toBe(400);
      const allowed = await post(gateway.controlUrl, faults, token);
      expect(await allowed.json()).toMatchObject({ total: 0 });
      expect((await post(gateway.apsUrl, '{"service_command":"UPDATE_PAYMENT_LINK"}')).status).toBe(503);
      expect((await post(gateway.apsUrl, '{"service_command":"UPDATE_PAYMENT_LINK"}')).status).toBe(200);
    }));
});
