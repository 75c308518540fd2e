/** A stopwatch in milliseconds that only moves forward, and a way to wait. */
export type Stopwatch = { now(): number; wait(milliseconds: number): Promise<void> };

/** Longer than it takes to send a mail on an ordinary day. */
const floor = 2_000;

/**
 * Answers no sooner than after two seconds, and where that was not enough at the next whole two: how long it took tells nobody whether
 * there was somebody to write to.
 *
 * @example done after 0.2 s or 1.9 s → after 2 s; done after 2.1 s → after 4 s
 */
export async function answerInTime<T>({ now, wait }: Stopwatch, work: () => Promise<T>): Promise<T> {
  const began = now();
  try {
    return await work();
  } finally {
    const spent = now() - began;
    await wait(Math.max(1, Math.ceil(spent / floor)) * floor - spent);
  }
}
