import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { publicationInput, representationsInput } from '../../../../shared/domain/publication.ts';
import { recordPublication } from '../../moves/record-publication.ts';
import { recordRepresentations } from '../../moves/record-representations.ts';
import { type Asked, type MovePage, onRecommendation } from './move-page.ts';

const hint = 'For example, 4 12 2020';

/** The duty of whoever made the recommendation to publish the response. */
export const publicationPages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'record-publication',
      title: 'Record the publication',
      intro: (asked) => [
        dueWords(asked),
        'Saving this ends the reminders to the liaison team. What was promised, and its reminders, stay as they are.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'publishedOn',
          label: 'When was the response published?',
          hint,
          says: 'The day of publication',
        },
      ],
      schema: publicationInput,
    },
    recordPublication,
  ),
  onRecommendation(
    {
      move: 'record-representations',
      title: 'Record representations against publication',
      intro: (asked) => [
        dueWords(asked),
        'Where the body asks that its response is not published, nobody is reminded of the publication any more.',
      ],
      fields: [
        {
          kind: 'date',
          name: 'madeOn',
          label: 'When were they made?',
          hint,
          says: 'The day of the representations',
        },
        {
          kind: 'text',
          name: 'why',
          label: 'What do they say? (optional)',
          hint: 'It is kept in the history',
        },
      ],
      schema: representationsInput,
    },
    recordRepresentations,
  ),
];

function dueWords({ entry }: Asked): string {
  const dueOn = entry.deadlines.find(({ kind, state }) => kind === 'publication' && state === 'open')?.dueOn;
  return dueOn
    ? `By law the IOPC must publish the response by ${inWordsWithWeekday(dueOn)}, unless representations against it were made with the response.`
    : '';
}
