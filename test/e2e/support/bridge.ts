import type { Page } from '@playwright/test';
import type { BridgeApi, Envelope, InputOf, OutputOf } from '#contract/contract';
import type { ChannelName } from '#contract/names';

/** Asks the application over its bridge, as its own screens do; throws what it refuses. */
export async function ask<N extends ChannelName>(
  page: Page,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  const request: { readonly name: string; readonly input: unknown } = { name, input };
  const answer = await page.evaluate((given) => {
    // The bridge is there before any script of the page runs; name and input belong together, as typed above.
    const { desk } = window as unknown as { readonly desk: BridgeApi };
    return desk.call(given.name as never, given.input as never);
  }, request);
  // What the contract says the channel answers.
  const envelope = answer as Envelope<OutputOf<N>>;
  if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.error)}`);
  return envelope.value;
}
