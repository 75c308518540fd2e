const lanes = 16;

/** Asks for each of many, several at a time. @returns the answers in the order of the questions */
export async function severalAtOnce<T, R>(all: readonly T[], ask: (each: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const waiting = all.entries();
  const lane = async () => {
    for (const [index, each] of waiting) answers[index] = await ask(each);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
