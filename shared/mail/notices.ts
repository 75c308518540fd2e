import { addDays, type Day, earlier, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { heldOn } from '../domain/hold.ts';
import type { Item, Letter } from './letter.ts';

/**
 * What a reader must know before anything else: that the mail may be one too many, that liaison staff asked for it or held it back, and
 * that it, or part of it, is late.
 */
export const noticesOf = (letter: Letter): string[] => [
  ...(letter.again ? ['You may already have had this mail. If so, ignore this one.'] : []),
  ...askedNotice(letter),
  ...heldNotice(letter),
  ...lateNotice(letter),
];

/** What one reminder of several says of its own lateness or hold; undefined where the notices above them all have said it. */
export function lateNoteOf(item: Item, letter: Letter): string | undefined {
  const on = shouldHaveComeOn(item, letter);
  const until = heldUntil(item, letter);
  const notes = [
    ...(until === undefined || isHeldAbove(letter) ? [] : [`${heldBack('this reminder', until)}.`]),
    ...(on === undefined || isSaidAbove(letter)
      ? []
      : [`You should have had this reminder on ${inWordsWithWeekday(on)}.${missedNothing([item])}`]),
  ];
  return notes.length > 0 ? notes.join(' ') : undefined;
}

function askedNotice({ asked }: Letter): string[] {
  if (!asked) return [];
  const note = asked.note ? [`They write: “${asked.note}”`] : [];
  return [
    'Liaison staff have asked for this reminder to be sent to you now, besides the usual ones.',
    ...note,
  ];
}

/** The last day on which liaison staff held it back: before it was planned, or when it had been and waited. */
function heldUntil({ line, deadline: { hold } }: Item, { plannedOn, today }: Letter): Day | undefined {
  if (line.heldUntil) return line.heldUntil;
  return hold && !isAfter(plannedOn, hold.until) && isAfter(today, hold.until) ? hold.until : undefined;
}

const isHeldAbove = (letter: Letter): boolean =>
  new Set(letter.items.map((item) => heldUntil(item, letter))).size === 1;

const heldBack = (what: string, until: Day) =>
  `Liaison staff held ${what} back until ${inWordsWithWeekday(until)}`;

function heldNotice(letter: Letter): string[] {
  const until = heldUntil(letter.items[0]!, letter);
  return until !== undefined && isHeldAbove(letter) ? [`${heldBack('this mail', until)}.`] : [];
}

/**
 * The day on which it should have come: a run planned it late, or its mail left on a later day than it was planned for. What was held back
 * when it had been planned should have come on the day after the hold.
 */
function shouldHaveComeOn({ line, deadline }: Item, { today, plannedOn }: Letter): Day | undefined {
  if (line.late) return line.mailOn;
  const meantOn = heldOn(deadline, plannedOn) ? addDays(deadline.hold!.until, 1) : plannedOn;
  return isAfter(today, meantOn) ? meantOn : undefined;
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
