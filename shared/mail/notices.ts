import { type Day, earlier, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import type { Item, Letter } from './letter.ts';

/** What a reader must know before anything else: that the mail may be one too many, and that it, or part of it, is late. */
export const noticesOf = (letter: Letter): string[] => [
  ...(letter.again ? ['You may already have had this mail. If so, ignore this one.'] : []),
  ...lateNotice(letter),
];

/** What one reminder of several says of its own lateness; undefined where the notice above them all has said it. */
export function lateNoteOf(item: Item, letter: Letter): string | undefined {
  const on = shouldHaveComeOn(item, letter);
  if (on === undefined || isSaidAbove(letter)) return undefined;
  return `You should have had this reminder on ${inWordsWithWeekday(on)}.${missedNothing([item])}`;
}

/** The day on which it should have come: a run planned it late, or its mail left on a later day than it was planned for. */
function shouldHaveComeOn({ line }: Item, { today, plannedOn }: Letter): Day | undefined {
  if (line.late) return line.mailOn;
  return isAfter(today, plannedOn) ? plannedOn : undefined;
}

const lateDays = (letter: Letter): Day[] =>
  letter.items.map((item) => shouldHaveComeOn(item, letter)).filter((on) => on !== undefined);

const isSaidAbove = (letter: Letter): boolean => {
  const days = lateDays(letter);
  return days.length === letter.items.length && new Set(days).size === 1;
};

function lateNotice(letter: Letter): string[] {
  const { items, again, today } = letter;
  const days = lateDays(letter);
  if (days.length === 0) return [];
  const whole = days.length === items.length;
  const what = again
    ? `If you have not had it, ${whole ? 'it' : 'part of it'}`
    : whole
      ? 'This mail'
      : 'Part of this mail';
  return [
    `${what} is late: you should have had ${missed(letter, days)} What follows is how things stand today, ${inWordsWithWeekday(today)}.`,
  ];
}

function missed(letter: Letter, days: readonly Day[]): string {
  const { items } = letter;
  const first = inWordsWithWeekday(days.reduce(earlier));
  if (isSaidAbove(letter)) return `it on ${first}.${missedNothing(items)}`;
  const which = days.length === items.length ? 'these' : `${days.length} of these ${items.length}`;
  return `${which} reminders earlier, ${days.length === 1 ? '' : 'the first '}on ${first}.`;
}

// While proceedings for judicial review last nothing falls due, so what comes late then comes in time all the same.
const missedNothing = (items: readonly Item[]): string =>
  items.every(({ deadline }) => deadline.pausedOn !== null)
    ? ' You have missed nothing: no response is due while the judicial review lasts.'
    : '';
