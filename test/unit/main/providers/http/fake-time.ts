/** A clock that moves only when it is told to, with sleepers that wake in time. */
export function fakeTime() {
  let now = 1_000_000;
  const sleepers: { at: number; wake: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    move: async (ms: number) => {
      now += ms;
      for (const one of sleepers.filter(({ at }) => at <= now)) one.wake();
      await settle();
    },
    settle,
  };
}
