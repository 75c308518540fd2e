import { type Day, isAfter } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { CalendarEntry } from './calendar-file.ts';
import type { Item, Letter } from './letter.ts';
import { addressOf, quoteOf } from './parts.ts';

/**
 * The days still to come of the duties in a mail, as entries for a calendar. None for what is late, paused or without a date: there is no
 * day to write down. Where a response is asked for by two dates, the earlier; once that has passed, the later, as an entry of its own, so
 * that no calendar moves a day that stands. The name of an entry never changes, and a moved date raises the deadline's revision, so that
 * the new one replaces the old.
 */
export function entriesOf(letter: Letter): CalendarEntry[] {
  const entries = letter.items.flatMap((item) => entryOf(item, letter));
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function entryOf(item: Item, letter: Letter): CalendarEntry[] {
  const { deadline } = item;
  const { today, serviceUrl } = letter;
  const on = dayToCome(deadline, today);
  if (on === undefined) return [];
  const link = addressOf(deadline, letter);
  return [
    {
      id: `${deadline.id}${on === deadline.dueOn ? '' : '.later'}@${hostIn(serviceUrl)}`,
      sequence: deadline.revision,
      on,
      title: `${deadline.reference} recommendation ${deadline.number}: ${due[deadline.kind]}`,
      description: `${quoteOf(item)}\n${link}`,
      link,
    },
  ];
}

/** 'https://tracker.example/x' → 'tracker.example' */
const hostIn = (url: string): string => url.replace(/^https?:\/\/([^/:]+).*$/, '$1');

const due: Record<Deadline['kind'], string> = {
  response: 'response due',
  update: 'update due',
  publication: 'publication by the IOPC due',
};

function dayToCome({ dueOn, lateAfterOn, pausedOn }: Deadline, today: Day): Day | undefined {
  if (pausedOn !== null) return undefined;
  return [dueOn, lateAfterOn].find((day): day is Day => day !== null && !isAfter(today, day));
}
