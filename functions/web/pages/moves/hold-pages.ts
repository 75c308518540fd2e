import { addDays, inWordsWithWeekday, isAfter } from '../../../../shared/domain/day.ts';
import { holdInput, longestHold } from '../../../../shared/domain/hold.ts';
import { input } from '../../../../shared/domain/input.ts';
import { holdReminders, releaseReminders } from '../../moves/hold.ts';
import { type Asked, type MovePage, onDuty } from './move-page.ts';

/** Reminders of one date held back for some days, and released before that. */
export const holdPages: readonly MovePage[] = [
  onDuty(
    {
      move: 'hold',
      title: 'Hold reminders back',
      button: 'Hold reminders back',
      intro: (asked) => [
        dateWords(asked),
        `Nobody is reminded of this date while the hold lasts; a mail that is planned and has not left waits as well. It ends by itself after ${longestHold} days at most, and can be released before. The next mail then says how things stand on its day, and that liaison staff held it back.`,
        'No date moves: what is late stays late.',
      ],
      fields: (asked) => [
        {
          kind: 'date',
          name: 'until',
          label: 'What is the last day of the hold?',
          hint: `Not after ${inWordsWithWeekday(addDays(asked.today, longestHold))}. For example, ${example(asked)}`,
          says: 'The last day of the hold',
        },
        {
          kind: 'line',
          name: 'why',
          label: 'Why are reminders held back?',
          hint: 'It is shown wherever the hold is, and kept in the history',
        },
      ],
      schema: holdInput,
    },
    holdReminders,
  ),
  onDuty(
    {
      move: 'release',
      title: 'Release reminders',
      button: 'Release reminders',
      intro: (asked) => [
        heldWords(asked),
        'If a reminder has been waiting, it goes with the next run. If none has, nothing goes at once: the next mail goes on the day named on the page of the recommendation.',
      ],
      fields: [],
      schema: input({}),
    },
    releaseReminders,
  ),
];

function example({ today }: Asked): string {
  const [year, month, day] = addDays(today, longestHold).split('-').map(Number);
  return `${day} ${month} ${year}`;
}

function dateWords({ promised, today }: Asked): string {
  const dueOn = promised?.dueOn;
  if (!dueOn) return '';
  const what = promised.kind === 'response' ? 'The response' : 'The update';
  return isAfter(today, promised.lateAfterOn ?? dueOn)
    ? `${what} was due by ${inWordsWithWeekday(dueOn)}.`
    : `${what} is due by ${inWordsWithWeekday(dueOn)}: if that falls within the hold, nobody is reminded of it before.`;
}

function heldWords({ promised }: Asked): string {
  const hold = promised?.hold;
  return hold
    ? `Reminders have been held back since ${inWordsWithWeekday(hold.since)}, until ${inWordsWithWeekday(hold.until)}: “${hold.why}”`
    : '';
}
