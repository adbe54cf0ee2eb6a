export interface FlingOptions {
  readonly frames: number;
  /** How far each frame scrolls, CSS pixels. */
  readonly pixels: number;
}

/** What the page offers to the benchmark that drives it. */
export interface GridProbe {
  /** From the start of mounting until the first rows with their data were painted, in milliseconds. */
  readonly firstRows: Promise<number>;
  /** How long each frame of a fling took, in milliseconds. */
  fling(options: FlingOptions): Promise<readonly number[]>;
  /** From asking another query until its rows were painted, in milliseconds. */
  ask(query: string): Promise<number>;
}

declare global {
  interface Window {
    gridProbe?: GridProbe;
  }
}

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until the first row shows its data and that frame has been painted. */
export async function whenRowsShow(): Promise<number> {
  while (document.querySelector('[data-row="0"] bdi') === null) await nextFrame();
  await nextFrame();
  return performance.now();
}

export async function fling({ frames, pixels }: FlingOptions): Promise<readonly number[]> {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error('There is no grid.');
  const taken: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    grid.scrollTop += pixels;
    const now = await nextFrame();
    taken.push(now - last);
    last = now;
  }
  return taken;
}
