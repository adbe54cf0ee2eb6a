import { sampleLink, type SampleLink } from '../../e2e/grid-harness/sample-links';

export const latencyMs = 20;

/** Rows as they come across a process border: late. */
export async function loadRows(start: number, end: number): Promise<readonly SampleLink[]> {
  await new Promise((resolve) => setTimeout(resolve, latencyMs));
  return Array.from({ length: end - start }, (_, offset) => sampleLink(start + offset));
}
