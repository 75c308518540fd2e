import { type Answer, type Expected, type Length, respondedOn, type SampleLine } from './line.ts';

/**
 * Whether an answer is right: promise or not, kind, lengths and dates. A reading listed under `alt` counts as well. A date that
 * cannot be known without the day of the response may be missing where that day is not given; `strictly` it may not.
 */
export function isHit(line: SampleLine, answer: Answer, strictly = false): boolean {
  const lenient = !strictly && respondedOn(line) === null;
  return readings(line).some((reading) =>
    reading === null ? answer === null : fits(reading, answer, lenient),
  );
}

function readings(line: SampleLine): (Expected | null)[] {
  const own = line.is_promise ? line.expected : null;
  return [own, ...(line.alt ?? []).flatMap((alt) => otherReading(line, alt))];
}

/** An `alt` says in words, or by the fields that differ, what else is right. */
function otherReading(line: SampleLine, alt: NonNullable<SampleLine['alt']>[number]): (Expected | null)[] {
  const { reading, ...fields } = alt;
  const { expected } = line;
  if (/not a promise/.test(reading)) return [null];
  const within = { ...expected, kind: 'within', earliest: null };
  if (Object.keys(fields).length === 0) {
    if (/^completed/.test(reading)) return [{ ...blank, kind: 'completed' }];
    return /^within/.test(reading) ? [within, { ...within, date_earliest: null }] : [];
  }
  const dated = { ...expected, ...fields };
  if (fields.kind || expected.kind !== 'none') return [dated];
  return ['by-date', 'in', 'within'].map((kind) => ({ ...dated, kind }));
}

const blank: Expected = {
  kind: 'none',
  earliest: null,
  latest: null,
  date_earliest: null,
  date_latest: null,
};

function fits(expected: Expected, answer: Answer, lenient: boolean): boolean {
  if (answer === null || answer.kind !== expected.kind) return false;
  if (!sameLength(expected.earliest, answer.earliest) || !sameLength(expected.latest, answer.latest))
    return false;
  // Where lengths say it all, their dates follow from them.
  if (expected.latest && answer.dateLatest === null) return true;
  return (
    sameDay(expected.date_earliest, answer.dateEarliest, lenient) &&
    sameDay(expected.date_latest, answer.dateLatest, lenient)
  );
}

const sameLength = (a: Length | null, b: Length | null) => a?.n === b?.n && a?.unit === b?.unit;
const sameDay = (expected: string | null, got: string | null, lenient: boolean) =>
  expected === got || (lenient && got === null);
