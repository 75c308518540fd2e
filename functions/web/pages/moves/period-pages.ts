import { clockFor } from '../../../../shared/domain/clocks.ts';
import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { extensionInput } from '../../../../shared/domain/extension.ts';
import { pauseInput, resumeInput } from '../../../../shared/domain/judicial-review.ts';
import type { MoveField } from '../../forms/move-form.ts';
import { extend } from '../../moves/extend.ts';
import { pause } from '../../moves/pause.ts';
import { resume } from '../../moves/resume.ts';
import { type Asked, type MovePage, onRecommendation } from './move-page.ts';

const note: MoveField = {
  kind: 'text',
  name: 'why',
  label: 'Anything to note? (optional)',
  hint: 'It is kept in the history',
};

const hint = 'For example, 12 11 2020';

/** What lengthens the law's period for the response. */
export const periodPages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'extend',
      title: 'Extend the response period',
      intro: (asked) => [
        `${lastDayWords(asked)} ${whenToApply(asked)}`,
        'Reminders go by the new last day from the next run on. The earlier day is kept.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'appliedOn',
          label: 'When was more time applied for?',
          hint,
          says: 'The day it was applied for',
        },
        {
          kind: 'date',
          name: 'grantedOn',
          label: 'When was it granted?',
          hint,
          says: 'The day it was granted',
        },
        {
          kind: 'date',
          name: 'newDueOn',
          label: 'What is the new last day?',
          hint: 'For example, 18 12 2020',
          says: 'The new last day',
        },
        note,
      ],
      schema: extensionInput,
    },
    extend,
  ),
  onRecommendation(
    {
      move: 'pause',
      title: 'Pause for judicial review',
      intro: (asked) => [
        `${lastDayWords(asked)} It moves later by the days of the proceedings, once they have ended.`,
        'Reminders of the response stop until then. The owner is asked about the proceedings after 28 days and then every 90.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'from',
          label: 'When did the proceedings start?',
          hint,
          says: 'The first day of the proceedings',
        },
        note,
      ],
      schema: pauseInput,
    },
    pause,
  ),
  onRecommendation(
    {
      move: 'resume',
      title: 'Resume after judicial review',
      intro: (asked) => [
        `The period has been paused since ${pausedWords(asked)}. Its last day moves later by the days of the proceedings, the first and the last both counted.`,
        'Reminders of the response begin again with the next run.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'until',
          label: 'When did the proceedings end?',
          hint,
          says: 'The last day of the proceedings',
        },
        note,
      ],
      schema: resumeInput,
    },
    resume,
  ),
];

const running = ({ entry }: Asked) =>
  entry.deadlines.find(({ kind, state }) => kind === 'response' && state === 'open');

const whenToApply = ({ file }: Asked): string =>
  clockFor(file.learningCase).extension?.afterItsEnd
    ? 'More time can be given also where it was applied for after the period had ended.'
    : 'More time can be given only where it was applied for before the period ends.';

function lastDayWords(asked: Asked): string {
  const lawOn = running(asked)?.lawOn;
  return lawOn ? `The law’s last day for the response is ${inWordsWithWeekday(lawOn)}.` : '';
}

function pausedWords(asked: Asked): string {
  const pausedOn = running(asked)?.pausedOn;
  return pausedOn ? inWordsWithWeekday(pausedOn) : 'the proceedings started';
}
