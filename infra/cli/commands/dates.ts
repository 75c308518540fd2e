import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { type Day, parseDay, type Weekday, weekday } from '../../../shared/domain/day.ts';
import { endsAt, type Instant, instant, londonDay } from '../../../shared/domain/london.ts';
import { readPeriod } from '../../../shared/domain/period.ts';
import { type Worked, work } from '../../../shared/domain/periods.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { lastWorkingDayOnOrBefore } from '../../../shared/domain/working-days.ts';
import type { Command, Io } from '../command.ts';
import { type Line, linesOf } from '../lines.ts';

const usage = `Usage: tracker dates < promises.jsonl > dates.jsonl

Works out what each promise on standard input comes to: one JSON object a line in, one a line out, in order.

  {"id":"a1","from":"2020-09-29","promise":{"kind":"days-beginning-with","days":56}}

"from" is the day a period is counted from. Give "fromInstantUtc" instead ("2026-06-30T23:15:00Z") to count from
the day it was in London at that moment.

Kinds of promise:
  days-beginning-with        days                               the first day counts (56 days: 28B(2))
  days-after                 days                               the first day does not count
  months-within              months                             up to the corresponding date
  months-beginning-with      months                             up to the day before the corresponding date
  window-months              from_months, to_months             opens and closes
  statutory-extended-to      days, extended_to, applied_on      extended in time (28B(3))
  statutory-judicial-review  days, proceedings_days             grown by the proceedings (28B(4))

A line that cannot be worked out gives {"id","error","message"} and the rest go on.
Exit code: 0 when every line was worked out, 1 when any was refused, 2 when called wrongly.
`;

/** `tracker dates`: the counting rules on the command line, a JSON line in and a JSON line out. */
export const dates: Command = {
  name: 'dates',
  summary: 'Work out deadlines and windows: JSON lines in, JSON lines out',
  usage,
  async run(args: string[], io: Io): Promise<number> {
    if (args.length > 0) {
      io.stderr(`tracker dates takes no arguments; it reads standard input.\n\n${usage}`);
      return 2;
    }
    let refused = false;
    for await (const lines of linesOf(io.stdin)) {
      const answers = lines.map(answer);
      refused ||= answers.some((each) => 'error' in each);
      if (answers.length > 0) await io.stdout(answers.map((each) => `${JSON.stringify(each)}\n`).join(''));
    }
    return refused ? 1 : 0;
  },
};

type Answer =
  | {
      id: Id;
      opensOn: Day;
      closesOn: Day;
      lapsesAtUtc: Instant;
      closesWeekday: Weekday;
      lastWorkingDayOnOrBefore: Day | null;
      working: string;
    }
  | { id: Id; error: string; message: string };

type Id = string | number | null;

type Asked = { id?: unknown; from?: unknown; fromInstantUtc?: unknown; promise?: unknown };

function answer(line: Line): Answer {
  const asked = read(line);
  if (isRefusal(asked)) return { id: null, error: asked.refused, message: asked.message };
  const id = idOf(asked);
  const worked = workedFrom(asked);
  if (isRefusal(worked)) return { id, error: worked.refused, message: worked.message };
  const { opensOn, closesOn, working } = worked;
  return {
    id,
    opensOn,
    closesOn,
    lapsesAtUtc: endsAt(closesOn),
    closesWeekday: weekday(closesOn),
    lastWorkingDayOnOrBefore: lastWorkingDayOnOrBefore(closesOn, englandAndWales),
    working,
  };
}

function read({ text, number }: Line): Asked | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refuse('invalid-promise', `Line ${number} is not JSON: ${(fault as SyntaxError).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuse('invalid-promise', `Line ${number} is not a JSON object with an id, a day and a promise`);
}

function idOf({ id }: Asked): Id {
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function workedFrom(asked: Asked): Worked | Refusal {
  const from = startOf(asked);
  if (isRefusal(from)) return from;
  const period = readPeriod(asked.promise);
  return isRefusal(period) ? period : work(from, period);
}

function startOf({ from, fromInstantUtc }: Asked): Day | Refusal {
  const neither = (from ?? null) === null && (fromInstantUtc ?? null) === null;
  const both = (from ?? null) !== null && (fromInstantUtc ?? null) !== null;
  if (neither || both)
    return refuse('invalid-date', `Give either from or fromInstantUtc${both ? ', not both' : ''}`);
  if (typeof from === 'string') return parseDay(from);
  const read = instant.safeParse(fromInstantUtc);
  if (typeof fromInstantUtc !== 'string')
    return refuse('invalid-date', 'The day to count from must be text, such as "2020-09-29"');
  if (!read.success) return refuse('invalid-date', read.error.issues[0]!.message);
  return londonDayOf(read.data);
}

/** The years 1900 to 2999 bound moments too: outside them a moment has no day here. */
function londonDayOf(at: Instant): Day | Refusal {
  try {
    return londonDay(at);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return refuse('invalid-date', fault.message);
  }
}
