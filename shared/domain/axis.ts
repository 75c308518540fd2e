/**
 * The marks of an axis that holds every value from 0 to the largest: whole numbers, at equal steps of 1, 2 or 5 times a power of ten, and
 * at most five of them. An axis on which all is zero still has two.
 *
 * @example ticksTo(0) → [0, 1]; ticksTo(7) → [0, 2, 4, 6, 8]; ticksTo(10_432) → [0, 5_000, 10_000, 15_000]
 */
export function ticksTo(largest: number): number[] {
  const step = stepFor(largest);
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function stepFor(largest: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((each) => each * power).find((each) => largest / each <= 4);
    if (step !== undefined) return step;
  }
}
