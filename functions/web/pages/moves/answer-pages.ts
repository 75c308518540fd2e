import { acceptanceChange } from '../../../../shared/domain/acceptance-change.ts';
import { commitmentInput } from '../../../../shared/domain/commitment.ts';
import { inWords } from '../../../../shared/domain/day.ts';
import { acceptances } from '../../../../shared/domain/recommendation.ts';
import { changeAcceptance } from '../../moves/change-acceptance.ts';
import { confirmCommitment } from '../../moves/confirm-commitment.ts';
import { type MovePage, onRecommendation } from './move-page.ts';

const answers = ['accepted', 'partly-accepted', 'not-accepted'] as const;

/** What a body says after its response, or said in it and nobody recorded. */
export const answerPages: readonly MovePage[] = [
  onRecommendation(
    {
      move: 'change-acceptance',
      title: 'Change the acceptance',
      intro: ({ entry }) => [
        `It is recorded as ${acceptances[entry.recommendation.acceptance].toLowerCase()}. What was said before is kept.`,
        'Where it is no longer accepted, what was promised is no longer asked for. Where it is accepted after all and nothing is promised, the owner is asked for a date.',
      ],
      fields: ({ entry }) => [
        {
          kind: 'choice',
          name: 'acceptance',
          label: 'What does the body say now?',
          choices: answers
            .filter((each) => each !== entry.recommendation.acceptance)
            .map((value) => ({ value, text: acceptances[value] })),
        },
        {
          kind: 'date',
          name: 'changedOn',
          label: 'When did it say so?',
          hint: 'For example, 12 2 2021',
          says: 'The date of the change',
        },
        {
          kind: 'text',
          name: 'reasons',
          label: 'What are its reasons?',
          hint: 'Needed where it is not accepted; otherwise you can leave it empty',
        },
      ],
      schema: acceptanceChange,
    },
    changeAcceptance,
  ),
  onRecommendation(
    {
      move: 'confirm-commitment',
      title: 'Add a promise',
      intro: ({ entry }) => [
        entry.response
          ? `For a promise that the response of ${inWords(entry.response.respondedOn)} made and nobody has recorded: it is counted from that day.`
          : '',
        'Its owner is reminded of it from the next run on.',
      ],
      fields: [{ kind: 'promise' }],
      schema: commitmentInput,
    },
    confirmCommitment,
  ),
];
