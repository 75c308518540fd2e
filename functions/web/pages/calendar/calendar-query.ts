import { addDays, addMonths, type Day, isAfter, isBefore, parseDay } from '../../../../shared/domain/day.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';

/** What of the calendar is looked at: some days from one on, of one board or owner where one is chosen. */
export type CalendarQuery = {
  from: Day;
  days: number;
  board?: string | undefined;
  owner?: string | undefined;
};

const lengths = [1, 7, 30, 90];
const usualLength = 90;

/** How far ahead the calendar goes, in months. */
export const furthest = 24;

type Typed = (name: string) => string | undefined;

/** The query of an address. What it does not say, or says wrongly, is as usual: from today, ninety days, everybody. No day before today. */
export function readQuery(typed: Typed, today: Day): CalendarQuery {
  const parsed = parseDay(typed('from') ?? '');
  const days = Number(typed('days'));
  return {
    from: isRefusal(parsed) ? today : within(parsed, today),
    days: lengths.includes(days) ? days : usualLength,
    board: typed('board') || undefined,
    owner: typed('owner') || undefined,
  };
}

function within(from: Day, today: Day): Day {
  if (isBefore(from, today)) return today;
  const last = addMonths(today, furthest);
  return isAfter(from, last) ? last : from;
}

export const lastDayOf = ({ from, days }: CalendarQuery): Day => addDays(from, days - 1);

/** The address of a query. */
export function calendarPath({ from, days, board, owner }: CalendarQuery): string {
  const said = new URLSearchParams({
    from,
    ...(days === usualLength ? {} : { days: String(days) }),
    ...(board ? { board } : {}),
    ...(owner ? { owner } : {}),
  });
  return `/calendar?${said}`;
}

/** Where the recommendations with something due on the days of a query are listed, to work on several at once. */
export function duePath(query: CalendarQuery): string {
  const { from, board, owner } = query;
  const said = new URLSearchParams({
    dueFrom: from,
    dueTo: lastDayOf(query),
    ...(board ? { board } : {}),
    ...(owner ? { owner } : {}),
  });
  return `/recommendations?${said}`;
}
