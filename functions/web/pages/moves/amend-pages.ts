import { amendment } from '../../../../shared/domain/amendment.ts';
import { amend } from '../../moves/amend.ts';
import { type Asked, type MovePage, onRecommendation } from './move-page.ts';

/** Corrections of words that were recorded with a slip. */
export const amendPages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'amend',
      title: 'Amend the words',
      intro: (asked) => [
        'For a slip in what was typed. No date changes, and nobody is written to. What stood here before is kept in the history.',
        ...(hasSiblings(asked)
          ? ['The same recommendation was made to other bodies. Their words stay as they are: amend each.']
          : []),
      ],
      fields: ({ entry }) => [
        { kind: 'text', name: 'text', label: 'What is recommended?' },
        ...(entry.response
          ? [{ kind: 'text' as const, name: 'responseText', label: 'What does the response say?' }]
          : []),
        { kind: 'text', name: 'why', label: 'Why is it amended?', hint: 'It is kept in the history' },
      ],
      begins: ({ entry }) => ({
        text: entry.recommendation.text,
        ...(entry.response ? { responseText: entry.response.text } : {}),
      }),
      schema: amendment,
    },
    amend,
  ),
];

const hasSiblings = ({ entry: { recommendation }, file }: Asked): boolean =>
  recommendation.group !== undefined &&
  file.recommendations.some(
    ({ recommendation: { group, number } }) =>
      group === recommendation.group && number !== recommendation.number,
  );
