import { addMonths, type Day, daysBetween, isAfter, partsOf } from '../../../../shared/domain/day.ts';
import { type Room, widthOf } from './place-labels.ts';

/** A stretch of days laid out from left to right. */
export type Axis = {
  /** Where the day begins, and where it ends. */
  startOf(on: Day): number;
  endOf(on: Day): number;
  months: { at: number; label: string | undefined; year: string | undefined }[];
};

const steps = [1, 2, 3, 6, 12];
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** @example shortDay('2020-11-20') → '20 Nov' */
export const shortDay = (on: Day): string => `${partsOf(on).date} ${monthNames[partsOf(on).month - 1]}`;

/**
 * An axis of whole months. Every month has a line; as many are named as there is room for (each, every second, third or sixth, or the
 * Januaries only), and each January, and the first that is named, its year.
 */
export function axisOf(from: Day, to: Day, room: Room): Axis {
  const perDay = (room.to - room.from) / (daysBetween(from, to) + 1);
  const startOf = (on: Day) => room.from + daysBetween(from, on) * perDay;
  const firsts = monthsFrom(from, to);
  const widest = widthOf('May', room) + room.letter;
  const step = steps.find((each) => each * 30 * perDay >= widest) ?? 12;
  const fitsIn = (on: Day, text: string) => startOf(on) + widthOf(text, room) <= room.to;
  const named = firsts.filter((on) => (partsOf(on).month - 1) % step === 0 && fitsIn(on, 'May'));
  const years = yearsShown(named, startOf, room);
  return {
    startOf,
    endOf: (on) => startOf(on) + perDay,
    months: firsts.map((on) => ({
      at: startOf(on),
      label: named.includes(on) && step < 12 ? monthNames[partsOf(on).month - 1] : undefined,
      year: years.has(on) ? on.slice(0, 4) : undefined,
    })),
  };
}

function monthsFrom(from: Day, to: Day): Day[] {
  const months = [from];
  const count = (partsOf(to).year - partsOf(from).year) * 12 + partsOf(to).month - partsOf(from).month;
  for (let n = 1; n <= count; n++) months.push(addMonths(from, n));
  return months.filter((on) => !isAfter(on, to));
}

// The Januaries come first: the year the axis begins in is left out where the next would touch it.
function yearsShown(named: readonly Day[], startOf: (on: Day) => number, room: Room): ReadonlySet<Day> {
  const width = widthOf('2020', room) + room.letter;
  const shown: Day[] = [];
  const fits = (on: Day) =>
    startOf(on) + width <= room.to && shown.every((other) => Math.abs(startOf(other) - startOf(on)) >= width);
  for (const on of named) if (partsOf(on).month === 1 && fits(on)) shown.push(on);
  const [first] = named;
  if (first && fits(first)) shown.push(first);
  return new Set(shown);
}
